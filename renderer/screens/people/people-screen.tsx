import type { ReactNode } from 'react';
import './people.css';
import { useNavigation } from '../../navigation.tsx';
import { PeopleSearch } from './people-search.tsx';
import { RecordView } from './record-view.tsx';
import { RegisterForm } from './register-form.tsx';

/** Finding people, their records, and registering somebody new: the place says which. */
export function PeopleScreen(): ReactNode {
  const { place } = useNavigation();
  return (
    <main className="people" data-testid="people">
      {place.personId ? (
        <RecordView key={place.personId} personId={place.personId} />
      ) : place.typed !== undefined ? (
        <RegisterForm typed={place.typed} />
      ) : (
        <PeopleSearch />
      )}
    </main>
  );
}

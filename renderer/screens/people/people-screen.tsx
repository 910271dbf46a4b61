import type { ReactNode } from 'react';
import './people.css';
import { useNavigation } from '../../navigation.tsx';
import { PeopleSearch } from './people-search.tsx';
import { RecordView } from './record-view.tsx';
import { RegisterForm } from './register-form.tsx';

/** Finding people, their records, and registering somebody new: the place says which. */
export function PeopleScreen(): ReactNode {
  const { place } = useNavigation();
  if (place.personId)
    return <RecordView key={`${place.personId} ${place.linkWith ?? ''}`} personId={place.personId} />;
  const { typed, isForDesk = false } = place;
  return typed === undefined ? <PeopleSearch /> : <RegisterForm typed={typed} isForDesk={isForDesk} />;
}

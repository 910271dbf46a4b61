import { IconAddressBook } from '@tabler/icons-react';
import { mayLookUp } from '../../../domain/people/who-may.ts';
import { area } from '../area.ts';
import { paperDoseRefusals, paperDoseTexts } from './paper-dose-texts.ts';
import { peopleRefusals } from './people-refusals.ts';
import { PeopleScreen } from './people-screen.tsx';
import { peopleTexts } from './people-texts.ts';

export const peopleArea = area({
  id: 'people',
  name: { de: 'Personen', en: 'People' },
  icon: IconAddressBook,
  access: mayLookUp,
  Screen: PeopleScreen,
  texts: { people: peopleTexts, paperDose: paperDoseTexts },
  refusals: {
    de: { ...peopleRefusals.de, ...paperDoseRefusals.de },
    en: { ...peopleRefusals.en, ...paperDoseRefusals.en },
  },
});

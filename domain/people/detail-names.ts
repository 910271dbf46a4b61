import type { Bilingual, Language } from '../kernel/bilingual.ts';
import type { PersonDetails } from './events.ts';

type DetailName = keyof PersonDetails;

/** What each field of a person is called, on screens, on paper and in lists; in the order of a record. */
export const detailNames: Readonly<Record<DetailName, Bilingual>> = {
  familyName: { de: 'Nachname', en: 'Family name' },
  givenName: { de: 'Vorname', en: 'Given name' },
  birthDate: { de: 'Geburtsdatum', en: 'Birth date' },
  sex: { de: 'Geschlecht', en: 'Sex' },
  phone: { de: 'Telefon', en: 'Phone' },
  email: { de: 'E-Mail', en: 'E-mail' },
  street: { de: 'Straße', en: 'Street' },
  postcode: { de: 'Postleitzahl', en: 'Postcode' },
  city: { de: 'Ort', en: 'City' },
  country: { de: 'Land', en: 'Country' },
  insuranceNumber: { de: 'Versichertennummer', en: 'Insurance number' },
  language: { de: 'Sprache', en: 'Language' },
};

/** All of them in one language. */
export function detailNamesIn(language: Language): Readonly<Record<DetailName, string>> {
  const names = Object.entries(detailNames).map(([name, text]) => [name, text[language]]);
  return Object.fromEntries(names) as Record<DetailName, string>;
}

import type { PersonDetails } from '../people/events.ts';
import type { ImportedPerson } from './imported-person.ts';

/** What a record would say once a row is taken as its correction: what the row does not tell stays as it is. */
export function correctedDetails(
  here: PersonDetails,
  { details, isLanguageAssumed }: ImportedPerson,
): PersonDetails {
  const { language, ...told } = details;
  return { ...here, ...told, ...(isLanguageAssumed ? {} : { language }) };
}

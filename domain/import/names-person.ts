import type { PersonDetails } from '../people/events.ts';
import { phoneKeyOf } from '../people/phone-key.ts';
import { foldName, insuranceKeyOf, searchKeyOf } from '../people/search-key.ts';

/** What a row holds: its cells as they stand in the file, and whom they were read as. */
interface HeldRow {
  readonly cells: readonly string[];
  readonly person?: { readonly details?: Pick<PersonDetails, 'birthDate'> };
}

/**
 * Whether a row of a list names this person, however it was read or not read: by their name in any order and spelling,
 * their e-mail, phone or insurance number. A namesake with another birth date is somebody else.
 */
export function rowNamesPerson({ cells, person }: HeldRow, details: PersonDetails): boolean {
  const text = cells.join(' ').toLowerCase();
  const { email, phone, insuranceNumber } = details;
  if (email && text.includes(email.trim().toLowerCase())) return true;
  // The last nine digits: with and without the code of a country.
  if (phone && holds(text.replace(/\D/g, ''), phoneKeyOf(phone)?.slice(-9))) return true;
  if (insuranceNumber && holds(insuranceKeyOf(text), insuranceKeyOf(insuranceNumber))) return true;
  const year = person?.details?.birthDate.slice(0, 4) ?? details.birthDate.slice(0, 4);
  if (!details.birthDate.startsWith(year)) return false;
  const words = new Set(foldName(cells.join(' ')).split(' '));
  return searchKeyOf(details)
    .split(' ')
    .every((word) => words.has(word));
}

function holds(text: string, number: string | undefined): boolean {
  return number !== undefined && number.length >= 6 && text.includes(number);
}

import { withoutDirectionMarks } from '../kernel/direction-marks.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { isDeceptiveName } from './deceptive-name.ts';
import type { PersonDetails } from './events.ts';
import { nameFault } from './name-fault.ts';
import { phoneKeyOf } from './phone-key.ts';
import { isPostcode, tidyPostcode } from './postcode.ts';

/** Why details cannot be recorded as they are. */
export type DetailsFault =
  | 'name-missing'
  | 'name-too-long'
  | 'name-not-a-name'
  | 'name-deceptive'
  | 'name-placeholder'
  | 'birth-date-future'
  | 'email-invalid'
  | 'phone-invalid'
  | 'postcode-invalid'
  | 'text-too-long';

/** The longest that anything but a name may be in a record, in characters. */
export const longestText = 120;
const earliestBirth = '1880';

/**
 * What the record must not say; undefined when it may. `details` as `tidyDetails` leaves them. A name that the record
 * has already may stay as it is, so that everything else can be corrected.
 */
export function detailsFault(
  details: PersonDetails,
  today: PlainDate,
  before?: PersonDetails,
): DetailsFault | undefined {
  const { givenName, familyName, birthDate, email, phone, ...others } = details;
  if (givenName === '' && familyName === '') return 'name-missing';
  for (const field of ['givenName', 'familyName'] as const) {
    if (before && tidyText(before[field]) === details[field]) continue;
    const fault = nameFault(details[field]);
    if (fault) return fault === 'character-unreadable' ? 'name-not-a-name' : fault;
  }
  const isNewName = (['givenName', 'familyName'] as const).some(
    (field) => !before || tidyText(before[field]) !== details[field],
  );
  if (isNewName && isDeceptiveName(givenName, familyName)) return 'name-deceptive';
  if ((birthDate as string) > today || birthDate < earliestBirth) return 'birth-date-future';
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) return 'email-invalid';
  if (phone !== undefined && phoneKeyOf(phone) === undefined) return 'phone-invalid';
  if (isWrongPostcode(details, before)) return 'postcode-invalid';
  if (
    [email, phone, ...Object.values(others)].some(
      (text) => text !== undefined && text.length > longestText && lengthOf(text) > longestText,
    )
  )
    return 'text-too-long';
  return undefined;
}

/** A postcode that the record has already may stay, too. What is too long is told as that. */
function isWrongPostcode({ postcode, country }: PersonDetails, before?: PersonDetails): boolean {
  if (postcode === undefined || postcode === before?.postcode || lengthOf(postcode) > longestText)
    return false;
  return !isPostcode(postcode, country);
}

/**
 * Details as they are kept: one form of each letter, single blanks, no empty fields, and none of the invisible
 * characters that turn the direction of the text around them.
 */
export function tidyDetails(details: PersonDetails): PersonDetails {
  const kept: [string, string][] = [];
  for (const [name, value] of Object.entries(details)) {
    const tidied = value && tidyText(value);
    if (tidied !== undefined && (tidied !== '' || name === 'givenName' || name === 'familyName'))
      kept.push([name, tidied]);
  }
  const tidy = Object.fromEntries(kept) as unknown as PersonDetails;
  const { postcode, country = 'DE' } = tidy;
  return postcode === undefined || country !== 'DE' ? tidy : { ...tidy, postcode: tidyPostcode(postcode) };
}

function tidyText(text: string): string {
  if (isTidy.test(text)) return text;
  return withoutDirectionMarks(text.normalize('NFC'))
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}

/** What nothing is to be done to: words of plain signs with single blanks. */
const isTidy = /^(?:[!-~]+(?: [!-~]+)*)?$/;

function lengthOf(text: string): number {
  return [...text].length;
}

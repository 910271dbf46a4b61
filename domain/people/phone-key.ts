import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Numbers without a country are from here. */
const homeCountry = 'DE';

/** A phone number in its one international form, `+491701234567`; undefined for what can be none. */
export function phoneKeyOf(typed: string): string | undefined {
  const plain = typed.replace(/\(0\)/g, '').replace(/[\s()/.–-]/g, '');
  // What most people write needs no look into the numbering plans of the world.
  if (/^0[1-9]\d{5,12}$/.test(plain)) return `+49${plain.slice(1)}`;
  if (/^\+49[1-9]\d{5,12}$/.test(plain)) return plain;
  if (!/^[+\d]/.test(plain)) return undefined;
  const number = parsePhoneNumberFromString(plain, homeCountry);
  return number?.isPossible() ? number.number : undefined;
}

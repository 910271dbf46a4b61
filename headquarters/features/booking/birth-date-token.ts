import { type BirthDate, parseBirthDate } from '../../../domain/kernel/plain-date.ts';
import type { Headquarters } from '../../headquarters.ts';

/** A birth date as it stands in the addresses of the booking page: proxies and histories keep those. */
export function birthDateToken({ key }: Headquarters, centre: string, birthDate: BirthDate): string {
  return key.wrap('booking', centre, Buffer.from(birthDate)).toString('base64url');
}

/** Undefined for anything that is not a token of this centre's. */
export function readBirthDateToken(
  { key }: Headquarters,
  centre: string,
  token: string,
): BirthDate | undefined {
  try {
    return parseBirthDate(key.unwrap('booking', centre, Buffer.from(token, 'base64url')).toString());
  } catch {
    return undefined;
  }
}

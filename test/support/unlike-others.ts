import type { PersonDetails } from '../../domain/people/events.ts';
import { aPerson } from './test-station.ts';

const letters = 'ghijklmnop';

/** Somebody whose name nobody else has: people of one name and birth date are asked about before a dose. */
export function unlikeOthers(id: string): PersonDetails {
  const word = id.replaceAll('-', '').replace(/\d/g, (digit) => letters.charAt(Number(digit)));
  return aPerson({ familyName: word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() });
}

import { createHash } from 'node:crypto';
import { idOf, type PassId, type PersonId } from '../domain/kernel/ids.ts';

const BYTES = 10;

/**
 * The id of somebody's next pass, where they have had `passesBefore` already: 20 hex digits, the same wherever it is
 * worked out, so that a desk without a line prints the barcode of a pass that headquarters issues later.
 */
export function passIdFor(personId: PersonId, passesBefore: number): PassId {
  const digest = createHash('sha256')
    .update(JSON.stringify(['pass', personId, passesBefore]))
    .digest();
  return idOf<PassId>(digest.subarray(0, BYTES).toString('hex').toUpperCase());
}

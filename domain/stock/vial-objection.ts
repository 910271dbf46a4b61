/** What the stock can have against a dose from a vial, the gravest first. */
export const vialObjections = [
  'other-product',
  'lot-blocked',
  'vial-past-use',
  'vial-discarded',
  'vial-run-out',
  'thaw-over',
  'lot-unknown',
] as const;
export type VialObjection = (typeof vialObjections)[number];

/** What the stock can have against a dose that was found to be of another lot than it was booked from. */
export const moveObjections = ['other-product', 'lot-blocked', 'lot-unknown', 'no-vial-open'] as const;
export type MoveObjection = (typeof moveObjections)[number];

/** A lot that was never received is a gap in the books, not a danger: it is noted, and nobody is stopped. */
export function isGraveObjection(objection: VialObjection): boolean {
  return objection !== 'lot-unknown';
}

import type { ShownLot, ShownVial } from '../../../contracts/ipc/stock-shown.ts';

/** What is done with a lot or a vial, in a dialog of its own. */
export type StockStep =
  | { readonly kind: 'block' | 'release' | 'extend' | 'open' | 'discard-closed'; readonly lot: ShownLot }
  | { readonly kind: 'block-other' }
  | { readonly kind: 'discard-open'; readonly vial: ShownVial };

import type { EventOf } from '../kernel/event.ts';
import type { ProductId, StaffId } from '../kernel/ids.ts';
import type { VialData } from './vial-data.ts';

/** The centre gives this product from now on. All of these are in the stream of the centre. */
export type ProductActivated = EventOf<'ProductActivated', 1, { readonly productId: ProductId }>;

/** No new dates for it. What is booked or begun with it goes on. */
export type ProductDeactivated = EventOf<'ProductDeactivated', 1, { readonly productId: ProductId }>;

/** A vaccinator confirmed that vials with this code (GTIN or PZN) are of this product. */
export type VialCodeLearned = EventOf<
  'VialCodeLearned',
  1,
  { readonly productId: ProductId; readonly code: string }
>;

/**
 * A doctor confirmed what a vial of this product holds and how long it can be used, for the centre, in whose stream it is.
 * `approvedBy` is the doctor where a site lead confirmed it.
 */
export type VialDataConfirmed = EventOf<
  'VialDataConfirmed',
  1,
  Omit<VialData, 'countsFrom'> & { readonly productId: ProductId; readonly approvedBy?: StaffId }
>;

export type ProductEvent = ProductActivated | ProductDeactivated | VialCodeLearned | VialDataConfirmed;

import type { EventOf } from '../kernel/event.ts';
import type { ProductId } from '../kernel/ids.ts';

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

export type ProductEvent = ProductActivated | ProductDeactivated | VialCodeLearned;

import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import type { ProductId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import {
  type ActivateRefusal,
  type DeactivateRefusal,
  decideActivate,
  decideDeactivate,
} from '../../../domain/products/activate-product.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { activeProductIds } from '../../queries/products/active-products.ts';
import { runCommand } from '../run-command.ts';

interface ChangeProductInput {
  readonly requestId?: string;
  readonly productId: ProductId;
}

/** From now on the centre gives this product too. */
export function activateProduct(
  station: Writes,
  actor: Actor,
  { requestId, productId }: ChangeProductInput,
): Result<{ productId: ProductId }, ActivateRefusal> {
  return runCommand(station, { name: 'activate-product', actor, requestId }, () => {
    const decided = decideActivate(activeProductIds(station.db), productId);
    return decided.ok
      ? accept({ stream: CENTRE_STREAM, events: decided.value, value: { productId } })
      : decided;
  });
}

/** Offers this product no longer. Dates, slots and series that name it stay as they are. */
export function deactivateProduct(
  station: Writes,
  actor: Actor,
  { requestId, productId }: ChangeProductInput,
): Result<{ productId: ProductId }, DeactivateRefusal> {
  return runCommand(station, { name: 'deactivate-product', actor, requestId }, () => {
    const decided = decideDeactivate(activeProductIds(station.db), productId);
    return decided.ok
      ? accept({ stream: CENTRE_STREAM, events: decided.value, value: { productId } })
      : decided;
  });
}

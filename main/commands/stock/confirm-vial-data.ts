import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import type { ProductId, StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import {
  type ConfirmableVialData,
  decideConfirmVialData,
} from '../../../domain/products/confirm-vial-data.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { runCommand } from '../run-command.ts';

type ConfirmVialDataInput = ConfirmableVialData & {
  readonly requestId?: string;
  readonly productId: ProductId;
  /** The doctor, where a site lead confirms it. */
  readonly approvedBy?: StaffId;
};

/** From now on vials of this product are opened and received by these data; what is open already stays as it is. */
export function confirmVialData(
  station: Writes,
  actor: Actor,
  { requestId, productId, approvedBy, ...told }: ConfirmVialDataInput,
): Result<{ productId: ProductId }, 'product-unknown' | 'vial-source-missing'> {
  return runCommand(station, { name: 'confirm-vial-data', actor, requestId }, () => {
    const decided = decideConfirmVialData(productId, told, approvedBy);
    return decided.ok
      ? accept({ stream: CENTRE_STREAM, events: decided.value, value: { productId } })
      : decided;
  });
}

import type { RowContext } from '../../domain/import/row-context.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import { scheduleOf } from '../../domain/schedules/products.ts';
import type { Reads } from '../context.ts';
import { centreProduct } from '../queries/centre/centre-product.ts';

export function rowContextOf(station: Reads): RowContext {
  const schedule = scheduleOf(centreProduct().productId);
  if (!schedule) throw new Error('no schedule for the product of this centre');
  const zone = station.settings.timeZone;
  const { centreName } = station.settings;
  return { today: plainDateAt(station.now(), zone), zone, schedule, centreName };
}

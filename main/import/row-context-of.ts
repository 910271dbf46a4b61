import type { RowContext } from '../../domain/import/row-context.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import { scheduleOf } from '../../domain/schedules/products.ts';
import { centreProduct } from '../queries/centre/centre-product.ts';
import type { Station } from '../station.ts';

export function rowContextOf(station: Station): RowContext {
  const schedule = scheduleOf(centreProduct().productId);
  if (!schedule) throw new Error('no schedule for the product of this centre');
  const zone = station.settings.timeZone;
  const { centreName } = station.settings;
  return { today: plainDateAt(station.now(), zone), zone, schedule, centreName };
}

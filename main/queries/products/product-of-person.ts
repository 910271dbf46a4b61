import type { ProductId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { KnownPerson } from '../../../domain/known-person.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { Product } from '../../../domain/products/product.ts';
import { productInQuestion } from '../../../domain/products/product-in-question.ts';
import { scheduleOf } from '../../../domain/schedules/plain-schedules.ts';
import type { Schedule } from '../../../domain/schedules/schedule.ts';
import type { VaccinationState } from '../../../domain/vaccination/vaccination.ts';
import type { Reads } from '../../context.ts';
import { activeProductIds } from './active-products.ts';

export interface ProductAndSchedule {
  readonly product: Product;
  readonly schedule: Schedule;
}

/** Which vaccine somebody is here for, decided on their history; `series` are the doses of all their records. */
export function productOfKnown(
  station: Reads,
  { appointments }: Pick<KnownPerson, 'appointments'>,
  series: VaccinationState,
): ProductAndSchedule {
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const active = activeProductIds(station.db);
  const { appointments: dates } = appointments;
  return withSchedule(productInQuestion({ today, active, dates, doses: series.doses }));
}

/** @throws where the log names a product that the catalogue of this version does not have */
export function withSchedule(productId: ProductId): ProductAndSchedule {
  const product = productOf(productId);
  const schedule = scheduleOf(productId);
  if (!product || !schedule) throw new Error(`no product or schedule for ${productId}`);
  return { product, schedule };
}

import type { AppointmentStatus } from '../appointments/appointments.ts';
import type { ProductId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { isSameSeries, productOf, seriesOfProduct } from '../products/catalogue.ts';
import { shownProduct } from '../products/product-in-question.ts';
import { scheduleOf } from '../schedules/plain-schedules.ts';
import type { PassDose, PassFacts } from './pass-facts.ts';

/** All dates of somebody, and the doses in force of everybody linked with them, oldest first. */
export interface SeriesGround {
  readonly dates: readonly {
    readonly productId: ProductId;
    readonly day: PlainDate;
    readonly plannedDose: number;
    readonly startsAt: Instant;
    readonly status: AppointmentStatus;
  }[];
  readonly doses: readonly (PassDose & { readonly productId: ProductId })[];
  /** The first vaccine that the centre gives: for somebody with no date and no dose. */
  readonly first: ProductId;
}

type SeriesFacts = Pick<PassFacts, 'product' | 'plannedDoses' | 'appointments' | 'doses' | 'others'>;

/** The series that a pass tells of, and beside it every other series of the person. */
export function seriesFacts(ground: SeriesGround): SeriesFacts {
  const { dates, doses, first } = ground;
  const shown = shownProduct({ dates, doses: doses.map((dose) => ({ ...dose, isVoided: false })) }) ?? first;
  const product = productOf(shown);
  const schedule = scheduleOf(shown);
  if (!product || !schedule) throw new Error(`no product or schedule for ${shown}`);
  const others = othersThan(shown, ground);
  return {
    product: { name: product.name, disease: product.disease },
    plannedDoses: schedule.doseCount,
    ...ofSeries(shown, ground),
    ...(others.length === 0 ? {} : { others }),
  };
}

/** A pass of this centre tells the dates at this centre. */
function ofSeries(of: ProductId, { dates, doses }: SeriesGround): Pick<PassFacts, 'appointments' | 'doses'> {
  return {
    appointments: dates
      .filter(({ productId }) => isSameSeries(productId, of))
      .flatMap(({ plannedDose, startsAt, status }) =>
        status === 'elsewhere' ? [] : [{ plannedDose, startsAt, status }],
      ),
    doses: doses
      .filter(({ productId }) => isSameSeries(productId, of))
      .map(({ productId: _, ...dose }) => dose),
  };
}

/** Each under the name of its newest product. */
function othersThan(shown: ProductId, ground: SeriesGround): NonNullable<PassFacts['others']> {
  const names = new Map<string, ProductId>();
  for (const { productId } of [...ground.dates, ...ground.doses])
    if (!isSameSeries(productId, shown)) names.set(seriesOfProduct(productId), productId);
  return [...names.values()].map((productId) => ({
    name: productOf(productId)?.name ?? productId,
    ...ofSeries(productId, ground),
  }));
}

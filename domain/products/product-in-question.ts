import type { AppointmentStatus } from '../appointments/appointments.ts';
import type { ProductId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { scheduleOf } from '../schedules/plain-schedules.ts';
import { isSameSeries } from './catalogue.ts';

/** What is known of somebody, as far as it tells which vaccine they are here for. */
export interface ProductGround {
  readonly today: PlainDate;
  /** What the centre gives, in the order of the catalogue; never empty. */
  readonly active: readonly ProductId[];
  readonly dates: readonly {
    readonly productId: ProductId;
    readonly day: PlainDate;
    readonly status: AppointmentStatus;
  }[];
  readonly doses: readonly {
    readonly productId: ProductId;
    readonly givenOn: PlainDate;
    readonly isVoided: boolean;
  }[];
}

/** Whom the desk waits for comes first: several dates on one day are gone through one after the other. */
const todaysOrder = ['checked-in', 'booked', 'elsewhere', 'no-show', 'attended'] as const;

/**
 * Which vaccine somebody at the desk is here for: that of today's date, else of the next one, else of the series that
 * they began and did not finish, else the first that the centre gives and they still need.
 */
export function productInQuestion({ today, active, dates, doses }: ProductGround): ProductId {
  const inOrder = byDay(dates);
  const todays = inOrder.filter(({ day }) => day === today);
  for (const wanted of todaysOrder) {
    const date = todays.find(({ status }) => status === wanted);
    if (date) return date.productId;
  }
  const open = inOrder.filter(({ status }) => status === 'booked' || status === 'elsewhere');
  const next = open.find(({ day }) => day > today) ?? open.at(-1);
  if (next) return next.productId;
  const last = latest(doses);
  const begun = last && [last, ...active].find((each) => active.includes(each) && isSameSeries(each, last));
  const unfinished = [...(begun ? [begun] : []), ...active].find((each) => !isComplete(each, doses));
  const chosen = unfinished ?? begun ?? active[0];
  if (!chosen) throw new Error('no product is active');
  return chosen;
}

/**
 * Which vaccine a pass tells of: that of the next date here, else of the last dose, else of any date. It follows from
 * what is recorded alone, so that a pass changes when something happened and never by the passing of a day.
 */
export function shownProduct({
  dates,
  doses,
}: Pick<ProductGround, 'dates' | 'doses'>): ProductId | undefined {
  const inOrder = byDay(dates);
  const expected = inOrder.find(({ status }) => status === 'booked' || status === 'checked-in');
  return expected?.productId ?? latest(doses) ?? inOrder.at(-1)?.productId;
}

function byDay(dates: ProductGround['dates']) {
  return dates.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

function isComplete(productId: ProductId, doses: ProductGround['doses']): boolean {
  const given = doses.filter((dose) => !dose.isVoided && isSameSeries(dose.productId, productId));
  return given.length >= (scheduleOf(productId)?.doseCount ?? 1);
}

function latest(doses: ProductGround['doses']): ProductId | undefined {
  return doses
    .filter(({ isVoided }) => !isVoided)
    .reduce<ProductGround['doses'][number] | undefined>(
      (last, dose) => (last && last.givenOn > dose.givenOn ? last : dose),
      undefined,
    )?.productId;
}

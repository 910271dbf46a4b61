import type { AppointmentStatus } from '../appointments/appointments.ts';
import type { ProductId } from '../kernel/ids.ts';
import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';
import { missingByBook } from '../schedules/due-by-book.ts';
import type { ConfirmedSchedules } from '../schedules/person-of-course.ts';
import { scheduleOfCourse } from '../schedules/schedule-of-course.ts';
import { isSameSeries } from './catalogue.ts';
import { type Course, courseOn, daysOfCourse, isOfCourse } from './course.ts';

/** What is known of somebody, as far as it tells which vaccine they are here for. */
export interface ProductGround {
  readonly today: PlainDate;
  readonly birthDate?: BirthDate | undefined;
  readonly confirmed?: ConfirmedSchedules | undefined;
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
    readonly isDayKnown?: boolean;
  }[];
}

/** Whom the desk waits for comes first: several dates on one day are gone through one after the other. */
const todaysOrder = ['checked-in', 'booked', 'elsewhere', 'no-show', 'not-vaccinated', 'attended'] as const;

/**
 * Which vaccine somebody at the desk is here for: that of today's date, else of the next one, else of the series that
 * they began and did not finish, else the first that the centre gives and they still need. What is given each season is
 * needed again in the next.
 */
export function productInQuestion(ground: ProductGround): ProductId {
  const { today, active, dates, doses } = ground;
  const inOrder = byDay(dates);
  const todays = inOrder.filter(({ day }) => day === today);
  for (const wanted of todaysOrder) {
    const date = todays.find(({ status }) => status === wanted);
    if (date) return date.productId;
  }
  // Who comes today does not come for a season to come.
  const open = inOrder.filter(
    ({ status, productId, day }) =>
      (status === 'booked' || status === 'elsewhere') &&
      isOfCourse(courseOn(productId, today), productId, day),
  );
  const next = open.find(({ day }) => day > today) ?? open.at(-1);
  if (next) return next.productId;
  const last = latest(doses);
  const begun = last && [last, ...active].find((each) => active.includes(each) && isSameSeries(each, last));
  const unfinished = [...(begun ? [begun] : []), ...active].find((each) => !isComplete(each, ground));
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
  return nextHere(dates)?.productId ?? latest(doses) ?? byDay(dates).at(-1)?.productId;
}

/**
 * Which course of that vaccine: that of the next date here or of the last dose, whichever is later, else of the last
 * date. Like the vaccine it follows from what is recorded alone: the pass of a season stands until something happens.
 */
export function shownCourse(ground: Pick<ProductGround, 'dates' | 'doses'>): Course | undefined {
  const productId = shownProduct(ground);
  if (productId === undefined) return undefined;
  const ofSeries = (each: { readonly productId: ProductId }) => isSameSeries(each.productId, productId);
  const dates = ground.dates.filter(ofSeries);
  const given = ground.doses.filter((dose) => !dose.isVoided && ofSeries(dose)).map(({ givenOn }) => givenOn);
  const next = nextHere(dates)?.day;
  const on = [...given, ...(next ? [next] : [])].sort().at(-1) ?? byDay(dates).at(-1)?.day;
  return on && courseOn(productId, on);
}

function nextHere(dates: ProductGround['dates']) {
  return byDay(dates).find(({ status }) => status === 'booked' || status === 'checked-in');
}

function byDay(dates: ProductGround['dates']) {
  return dates.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

function isComplete(productId: ProductId, { today, birthDate, doses, confirmed }: ProductGround): boolean {
  const course = courseOn(productId, today);
  const schedule = scheduleOfCourse(course, { birthDate, doses, confirmed });
  const until = daysOfCourse(course)?.to;
  if (schedule?.byBook) return missingByBook(schedule.byBook, doses, [], { on: today, until }) === 0;
  const given = doses.filter((dose) => !dose.isVoided && isOfCourse(course, dose.productId, dose.givenOn));
  return given.length >= (schedule?.doseCount ?? 1);
}

function latest(doses: ProductGround['doses']): ProductId | undefined {
  return doses
    .filter(({ isVoided }) => !isVoided)
    .reduce<ProductGround['doses'][number] | undefined>(
      (last, dose) => (last && last.givenOn > dose.givenOn ? last : dose),
      undefined,
    )?.productId;
}

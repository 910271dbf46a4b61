import { ageOn } from '../kernel/age.ts';
import type { Bilingual } from '../kernel/bilingual.ts';
import type { ProductId } from '../kernel/ids.ts';
import { type BirthDate, type PlainDate, parseBirthDate } from '../kernel/plain-date.ts';
import { productOf } from '../products/catalogue.ts';
import { courseOn, daysOfCourse } from '../products/course.ts';
import { ageWarning, type Product } from '../products/product.ts';
import { dueByBook, missingByBook, windowByBook } from './due-by-book.ts';
import type { ConfirmedSchedules } from './person-of-course.ts';
import { scheduleOf } from './plain-schedules.ts';
import { type DoseWindow, dateIsInWindow, type Schedule, windowOfDose } from './schedule.ts';
import { scheduleOfCourse } from './schedule-of-course.ts';

/** Somebody who books and of whom nothing is known yet. */
export interface SomebodyNew {
  readonly productId: ProductId;
  /** Unknown until they say it: then the plain schedule is gone by. */
  readonly birthDate?: BirthDate | undefined;
  readonly confirmed: ConfirmedSchedules;
}

/** The next dose to book. */
export interface NextDate {
  readonly dose: number;
  /** When it is due; absent for a first one that may be given on any day. */
  readonly window?: DoseWindow;
}

const anyBirthDate = parseBirthDate('2000-01-01') as BirthDate;

/** Whether the dates that are offered depend on how old somebody is. */
export function datesDependOnAge({ productId, confirmed }: SomebodyNew, on: PlainDate): boolean {
  const schedule = scheduleFor({ productId, confirmed, birthDate: anyBirthDate }, on);
  return schedule?.byBook !== undefined || scheduleOf(productId)?.firstSeason !== undefined;
}

/**
 * The dose to book next, after the dates that were chosen (earliest first) as if they were kept, asked for a day;
 * undefined where none is missing: all are chosen, or none is for somebody of that age, by the schedule that was confirmed
 * or, without one, by the ages that the vaccine is authorised for.
 */
export function nextDateOf(
  who: SomebodyNew,
  chosen: readonly PlainDate[],
  day: PlainDate,
): NextDate | undefined {
  // What is missing is what was missing on the first date: a later date asks for no further dose.
  const [since = day] = chosen;
  const schedule = scheduleFor(who, since);
  const dose = chosen.length + 1;
  if (schedule?.byBook) {
    const until = daysOfCourse(courseOn(who.productId, since))?.to;
    if (missingByBook(schedule.byBook, [], chosen, { on: since, until }) === 0) return undefined;
    const window = windowByBook(schedule.byBook, [], chosen, day);
    return window && { dose, window: { ...window, dose } };
  }
  if (dose > (schedule?.doseCount ?? 1) || ageAgainst(who, since)) return undefined;
  const before = chosen.at(-1);
  const window = before && schedule ? windowOfDose(schedule, dose, before) : undefined;
  return { dose, ...(window ? { window } : {}) };
}

/** Whether a date on that day can be the next one. */
export function isPossibleOn(who: SomebodyNew, chosen: readonly PlainDate[], day: PlainDate): boolean {
  const next = nextDateOf(who, chosen, day);
  return next !== undefined && (!next.window || dateIsInWindow(day, next.window) === 'inside');
}

/**
 * Which of the days with a free place are offered for the next date: the recommended ones. Where none of these is free,
 * a date after the first is offered on all days that the schedule allows, with the recommended ones in `outside`. A first
 * one waits for its time; one that is late is given as soon as there is a place.
 */
export function daysToOffer(
  who: SomebodyNew,
  chosen: readonly PlainDate[],
  free: readonly PlainDate[],
): { readonly days: readonly PlainDate[]; readonly outside?: DoseWindow } {
  const allowed = free.flatMap((day) => {
    const next = isPossibleOn(who, chosen, day) ? nextDateOf(who, chosen, day) : undefined;
    return next ? [{ day, window: next.window }] : [];
  });
  const isFirst = chosen.length === 0;
  const days = allowed
    .filter(
      ({ day, window }) =>
        !window || (day >= window.recommendedFrom && (isFirst || day <= window.recommendedTo)),
    )
    .map(({ day }) => day);
  if (days.length > 0 || isFirst) return { days };
  const outside = allowed[0]?.window;
  return { days: allowed.map(({ day }) => day), ...(outside ? { outside } : {}) };
}

/**
 * Whether a further date has to be chosen: those that are missing are booked together, but for doses that are recommended
 * only after the last day that the centre has opened.
 */
export function isStillToChoose(
  who: SomebodyNew,
  chosen: readonly PlainDate[],
  openedTo: PlainDate | undefined,
): boolean {
  const last = chosen.at(-1);
  if (last === undefined) return true;
  const next = nextDateOf(who, chosen, last);
  return next !== undefined && !isDueLater(next, openedTo);
}

/** Whether a dose is recommended only after the last day that the centre has opened. */
export function isDueLater({ window }: NextDate, openedTo: PlainDate | undefined): boolean {
  return window !== undefined && (openedTo === undefined || window.recommendedFrom > openedTo);
}

/**
 * What the confirmed schedule says of somebody of that age; where the plain one is gone by, what the ages say that the
 * vaccine is authorised for, and undefined where they have nothing against it.
 */
export function whatIsDue(who: SomebodyNew, on: PlainDate): Bilingual | undefined {
  const byBook = scheduleFor(who, on)?.byBook;
  if (byBook) return dueByBook(byBook, [], on).sentence;
  const against = ageAgainst(who, on);
  return against && agesSentence(against.product);
}

/** For whom a vaccine is authorised, where the plain schedule is gone by and it is not for everybody. */
export function agesNamed(who: SomebodyNew, on: PlainDate): Bilingual | undefined {
  const product = productOf(who.productId);
  if (
    !product ||
    product.ages.fromYears === 0 ||
    scheduleFor({ ...who, birthDate: anyBirthDate }, on)?.byBook
  )
    return undefined;
  const { fromYears } = product.ages;
  return {
    de: fromYears === 1 ? 'ab 1 Jahr' : `ab ${fromYears} Jahren`,
    en: fromYears === 1 ? 'from 1 year on' : `from ${fromYears} years on`,
  };
}

function ageAgainst({ productId, birthDate }: SomebodyNew, on: PlainDate) {
  const product = productOf(productId);
  const warning = product && birthDate && ageWarning(product, ageOn(birthDate, on));
  return warning ? { product, warning } : undefined;
}

function agesSentence({ name, ages: { fromYears, toYears } }: Product): Bilingual {
  const [untilDe, untilEn] = toYears === undefined ? ['', ''] : [` bis ${toYears}`, ` to ${toYears}`];
  return {
    de: `${name} ist nur ab ${fromYears}${untilDe} ${fromYears === 1 && toYears === undefined ? 'Jahr' : 'Jahren'} zugelassen.`,
    en: `${name} is authorised from ${fromYears}${untilEn} ${fromYears === 1 && toYears === undefined ? 'year' : 'years'} only.`,
  };
}

function scheduleFor({ productId, birthDate, confirmed }: SomebodyNew, on: PlainDate): Schedule | undefined {
  return scheduleOfCourse(courseOn(productId, on), { birthDate, doses: [], confirmed });
}

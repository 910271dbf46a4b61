import type { ProductId } from '../kernel/ids.ts';
import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import type { ConfirmedBook } from './confirmed-book.ts';

/** When one dose of a series is due, in days after the dose before it. */
export interface DoseInterval {
  readonly dose: number;
  readonly minimumDays: number;
  readonly recommendedFromDays: number;
  readonly recommendedToDays: number;
  /** Absent where a longer gap is never refused: an exceeded interval does not restart a series. */
  readonly maximumDays?: number;
}

/** How many doses of a product, and how far apart. A new version never changes an old one. */
export interface Schedule {
  readonly productId: ProductId;
  readonly version: number;
  /** Where the intervals come from, as a person would cite it. */
  readonly source: string;
  readonly doseCount: number;
  readonly intervals: readonly DoseInterval[];
  /**
   * The schedule that the centre confirmed: whether a dose is right, when the next one is and how many there are follows
   * from it.
   */
  readonly byBook?: ConfirmedBook;
  /** What children need in their first season, where the series begins anew each season. */
  readonly firstSeason?: {
    readonly underYears: number;
    readonly doseCount: number;
    readonly intervals: readonly DoseInterval[];
  };
}

export interface DoseWindow {
  readonly dose: number;
  readonly earliest: PlainDate;
  readonly recommendedFrom: PlainDate;
  readonly recommendedTo: PlainDate;
  readonly latest?: PlainDate;
}

/** When `dose` is due after the one before it was (or will be) given on `previousOn`; none for a first dose. */
export function windowOfDose(
  schedule: Schedule,
  dose: number,
  previousOn: PlainDate,
): DoseWindow | undefined {
  const interval = schedule.intervals.find((candidate) => candidate.dose === dose);
  if (!interval) return undefined;
  return {
    dose,
    earliest: addDays(previousOn, interval.minimumDays),
    recommendedFrom: addDays(previousOn, interval.recommendedFromDays),
    recommendedTo: addDays(previousOn, interval.recommendedToDays),
    ...(interval.maximumDays === undefined ? {} : { latest: addDays(previousOn, interval.maximumDays) }),
  };
}

/** When `dose` is due so that the date on which the next one is planned keeps its distance; none after the last. */
export function windowBeforeDate(
  schedule: Schedule,
  dose: number,
  nextOn: PlainDate,
): DoseWindow | undefined {
  const interval = schedule.intervals.find((candidate) => candidate.dose === dose + 1);
  if (!interval) return undefined;
  return {
    dose,
    earliest: addDays(nextOn, -(interval.maximumDays ?? NEVER_TOO_LONG_DAYS)),
    recommendedFrom: addDays(nextOn, -interval.recommendedToDays),
    recommendedTo: addDays(nextOn, -interval.recommendedFromDays),
    latest: addDays(nextOn, -interval.minimumDays),
  };
}

const NEVER_TOO_LONG_DAYS = 36_525;

/** What lies in both windows of one dose. */
export function bothWindows(one: DoseWindow, other: DoseWindow): DoseWindow {
  const later = (a: PlainDate, b: PlainDate) => (a > b ? a : b);
  const earlier = (a: PlainDate, b: PlainDate) => (a < b ? a : b);
  const latest =
    one.latest && other.latest ? earlier(one.latest, other.latest) : (one.latest ?? other.latest);
  return {
    dose: one.dose,
    earliest: later(one.earliest, other.earliest),
    recommendedFrom: later(one.recommendedFrom, other.recommendedFrom),
    recommendedTo: earlier(one.recommendedTo, other.recommendedTo),
    ...(latest ? { latest } : {}),
  };
}

export function dateIsInWindow(date: PlainDate, window: DoseWindow): 'before' | 'inside' | 'after' {
  if (date < window.earliest) return 'before';
  if (window.latest !== undefined && date > window.latest) return 'after';
  return 'inside';
}

export function seriesIsComplete(schedule: Schedule, validDoses: number): boolean {
  return validDoses >= schedule.doseCount;
}

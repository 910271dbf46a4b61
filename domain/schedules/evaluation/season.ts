import type { CompiledSeason, DayRange, MonthDay } from './compiled-book.ts';
import type { SeriesEvaluation } from './series-evaluation.ts';
import { civilOf, dayOf } from './span.ts';

type Yearly = CompiledSeason & { readonly kind: 'yearly' };

/** The days on which a dose is offered, and since when one counts for them. */
export interface OfferedSeason extends DayRange {
  readonly countsFrom: number;
}

/** The season that holds that day, or else the next one. */
export function seasonOn(season: CompiledSeason, day: number): OfferedSeason {
  if (season.kind === 'dates') return { from: season.from, to: season.to, countsFrom: season.from };
  const { year } = civilOf(day);
  for (const begins of [year - 1, year]) {
    const range = seasonBeginningIn(season, begins);
    if (day <= range.to) return range;
  }
  return seasonBeginningIn(season, year + 1);
}

/**
 * The days whose doses count together with one on that day, by the season of the target that is looked at; undefined
 * where it has none.
 */
export function countedAround({ targets, current }: SeriesEvaluation, day: number): DayRange | undefined {
  const season = targets[current]?.rule.season;
  if (!season) return undefined;
  if (season.kind === 'dates' || !season.countsFrom) return seasonOn(season, day);
  const { year } = civilOf(day);
  const begins = day < dayIn(year, season.countsFrom) ? year - 1 : year;
  return { from: dayIn(begins, season.countsFrom), to: dayIn(begins + 1, season.countsFrom) - 1 };
}

function seasonBeginningIn({ from, to, countsFrom = from }: Yearly, year: number): OfferedSeason {
  return {
    from: dayIn(year, from),
    to: dayIn(isLater(from, to) ? year + 1 : year, to),
    countsFrom: dayIn(isLater(countsFrom, from) ? year - 1 : year, countsFrom),
  };
}

function isLater(one: MonthDay, other: MonthDay): boolean {
  return one.month > other.month || (one.month === other.month && one.dayOfMonth > other.dayOfMonth);
}

function dayIn(year: number, { month, dayOfMonth }: MonthDay): number {
  return dayOf(year, month, dayOfMonth);
}

import type { CompiledSeason, DayRange } from './compiled-book.ts';
import type { SeriesEvaluation } from './series-evaluation.ts';
import { civilOf, dayOf } from './span.ts';

/** The days of the season that holds that day, or else of the next one. */
export function seasonOn(season: CompiledSeason, day: number): DayRange {
  if (season.kind === 'dates') return season;
  const { year } = civilOf(day);
  for (const begins of [year - 1, year]) {
    const range = seasonBeginningIn(season, begins);
    if (day <= range.to) return range;
  }
  return seasonBeginningIn(season, year + 1);
}

/** The season of the target that is looked at, around that day; undefined where it has none. */
export function seasonAround({ targets, current }: SeriesEvaluation, day: number): DayRange | undefined {
  const season = targets[current]?.rule.season;
  return season && seasonOn(season, day);
}

function seasonBeginningIn(season: CompiledSeason & { kind: 'yearly' }, year: number): DayRange {
  const { from, to } = season;
  const endsNextYear = to.month < from.month || (to.month === from.month && to.dayOfMonth < from.dayOfMonth);
  return {
    from: dayOf(year, from.month, from.dayOfMonth),
    to: dayOf(endsNextYear ? year + 1 : year, to.month, to.dayOfMonth),
  };
}

import type { GivenDose } from './assessment.ts';
import type { CompiledDose, CompiledInterval, CompiledStart } from './compiled-book.ts';
import type { SeriesEvaluation } from './series-evaluation.ts';
import { addSpan } from './span.ts';

/** Whether a dose keeps all preferable intervals, or else all allowable ones. Days of grace count. */
export function intervalsAreKept(evaluation: SeriesEvaluation, rule: CompiledDose, dose: GivenDose): boolean {
  if (allAreKept(evaluation, rule.intervals, dose)) return true;
  return rule.allowableIntervals.length > 0 && allAreKept(evaluation, rule.allowableIntervals, dose);
}

/**
 * The day an interval is counted from, before `dose` or, in a forecast, after all doses; undefined where nothing
 * happened yet that it could be counted from.
 */
export function intervalStart(
  evaluation: SeriesEvaluation,
  start: CompiledStart,
  dose: GivenDose | undefined,
): number | undefined {
  switch (start.from) {
    case 'previous-dose':
      return previousDay(evaluation, dose);
    case 'target-dose':
      return evaluation.targets.findLast(({ place, givenBy }) => place === start.target && givenBy)?.givenBy
        ?.on;
    case 'products':
      return lastDayOf(evaluation, start.products, dose);
    case 'observation':
      return evaluation.assessment.observations.get(start.observation);
  }
}

function allAreKept(
  evaluation: SeriesEvaluation,
  intervals: readonly CompiledInterval[],
  dose: GivenDose,
): boolean {
  for (const interval of intervals) {
    if (dose.on < interval.from || dose.on > interval.to) continue;
    const least = interval.absoluteMinimum ?? interval.minimum;
    if (least === undefined) continue;
    const start = intervalStart(evaluation, interval.start, dose);
    if (start !== undefined && dose.on < addSpan(start, least)) return false;
  }
  return true;
}

/** A dose that was no use to the series at all (extraneous, inadvertent) starts no interval. */
function previousDay(evaluation: SeriesEvaluation, dose: GivenDose | undefined): number | undefined {
  for (let place = lastPlace(evaluation, dose); place >= 0; place -= 1)
    if (startsInterval(evaluation, place)) return evaluation.doses[place]?.on;
  return undefined;
}

function startsInterval({ verdicts }: SeriesEvaluation, place: number): boolean {
  const verdict = verdicts[place];
  return verdict !== undefined && verdict.status !== 'extraneous' && verdict.reason !== 'inadvertent';
}

function lastPlace({ doses }: SeriesEvaluation, dose: GivenDose | undefined): number {
  return (dose === undefined ? doses.length : doses.indexOf(dose)) - 1;
}

function lastDayOf(
  evaluation: SeriesEvaluation,
  products: ReadonlySet<number>,
  dose: GivenDose | undefined,
): number | undefined {
  const { doses } = evaluation.assessment;
  const end = dose === undefined ? doses.length : doses.indexOf(dose);
  for (let place = end - 1; place >= 0; place -= 1) {
    const earlier = doses[place];
    if (!earlier || !products.has(earlier.product)) continue;
    const own = evaluation.doses.indexOf(earlier);
    if (own < 0 || evaluation.verdicts[own]?.reason !== 'inadvertent') return earlier.on;
  }
  return undefined;
}

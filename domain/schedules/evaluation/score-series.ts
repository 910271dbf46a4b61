import { type Assessment, dayOfAge } from './assessment.ts';
import { ageInForce } from './evaluate-age.ts';
import { validDosesOf } from './series-evaluation.ts';
import type { SeriesResult } from './series-result.ts';
import { addSpan } from './span.ts';

/** Points for series of which several are complete: the most valid doses. */
export function scoreComplete(results: readonly SeriesResult[]): number[] {
  return extremePoints(
    results.map(({ evaluation }) => validDosesOf(evaluation)),
    1,
  );
}

/** Points for series of which several are begun and none is complete. */
export function scoreInProcess(assessment: Assessment, results: readonly SeriesResult[]): number[] {
  const finishes = results.map((result) => finishOf(assessment, result));
  return sum([
    results.map((result) => (result.series.isOfOneProduct && allAreValid(result) ? 2 : -2)),
    finishes.map(({ isCompletable }) => (isCompletable ? 3 : -3)),
    extremePoints(
      results.map(({ evaluation }) => validDosesOf(evaluation)),
      2,
    ),
    extremePoints(
      results.map((result) => -openTargets(result)),
      2,
    ),
    extremePoints(
      finishes.map(({ isCompletable, day }) => (isCompletable ? -day : Number.NEGATIVE_INFINITY)),
      1,
    ),
  ]);
}

/** Points for series that no dose counts for yet. */
export function scoreWithoutValidDoses(assessment: Assessment, results: readonly SeriesResult[]): number[] {
  const starts = results.map(({ forecast }) => -(forecast.next?.earliest ?? Number.POSITIVE_INFINITY));
  return sum([
    extremePoints(starts, 1),
    results.map((result) => (finishOf(assessment, result).isCompletable ? 1 : -1)),
    results.map(({ series }) => (series.isOfOneProduct ? -1 : 1)),
  ]);
}

function sum(columns: readonly (readonly number[])[]): number[] {
  return (columns[0] ?? []).map((_, row) => columns.reduce((total, column) => total + (column[row] ?? 0), 0));
}

/** `points` for the one with the highest figure, nothing for several that share it, minus points for the others. */
function extremePoints(figures: readonly number[], points: number): number[] {
  const most = Math.max(...figures);
  const sharing = figures.filter((figure) => figure === most).length;
  return figures.map((figure) => {
    if (figure !== most || most === Number.NEGATIVE_INFINITY) return -points;
    return sharing === 1 ? points : 0;
  });
}

function allAreValid({ evaluation }: SeriesResult): boolean {
  return evaluation.verdicts.every(({ status }) => status === 'valid');
}

function openTargets({ evaluation }: SeriesResult): number {
  return evaluation.targets.filter(({ status }) => status === 'open').length;
}

/** When the series could be finished at the soonest, and whether that is before its last dose's maximum age. */
function finishOf(assessment: Assessment, { evaluation, forecast }: SeriesResult) {
  const { targets, current } = evaluation;
  if (!forecast.next) return { day: Number.POSITIVE_INFINITY, isCompletable: false };
  let day = forecast.next.earliest;
  for (const { rule } of targets.slice(current + 1)) {
    const minima = rule.intervals.flatMap(({ start, minimum }) =>
      start.from === 'previous-dose' && minimum ? addSpan(day, minimum) : [],
    );
    day = Math.max(day, ...minima);
  }
  const last = targets.at(-1);
  const maximum = last && ageInForce(last.rule, assessment.at)?.maximum;
  return { day, isCompletable: maximum === undefined || day < dayOfAge(assessment, maximum) };
}

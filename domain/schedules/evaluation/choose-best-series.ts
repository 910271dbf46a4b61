import { type Assessment, dayOfAge } from './assessment.ts';
import { decidingOrder } from './forecast-series.ts';
import { scoreComplete, scoreInProcess, scoreWithoutValidDoses } from './score-series.ts';
import { validDosesOf } from './series-evaluation.ts';
import type { SeriesResult } from './series-result.ts';

/** The best series of every series group, without those that another group makes needless; first what decides. */
export function chooseBestSeries(assessment: Assessment, results: readonly SeriesResult[]): SeriesResult[] {
  const groups = new Map<string, SeriesResult[]>();
  for (const result of results) {
    const group = groups.get(result.series.seriesGroup);
    if (group) group.push(result);
    else groups.set(result.series.seriesGroup, [result]);
  }
  const chosen = [...groups.values()].flatMap((group) => prioritised(assessment, group) ?? []);
  return chosen.filter((result) => isBest(result, chosen)).sort((one, other) => rank(one) - rank(other));
}

function rank({ forecast }: SeriesResult): number {
  return decidingOrder.indexOf(forecast.status);
}

export function isComplete({ forecast }: SeriesResult): boolean {
  return forecast.status === 'complete';
}

function isInProcess(result: SeriesResult): boolean {
  return result.forecast.status === 'not-complete' && validDosesOf(result.evaluation) > 0;
}

/** The one series of a series group that stands for it. */
function prioritised(assessment: Assessment, group: readonly SeriesResult[]): SeriesResult | undefined {
  const scorable = scorableSeries(assessment, group);
  const byDefault = group.find((result) => result.series.isDefault && mayStart(assessment, result));
  if (scorable.length <= 1) return scorable[0] ?? byDefault;
  const complete = scorable.filter(isComplete);
  const inProcess = scorable.filter(isInProcess);
  if (complete.length === 1) return complete[0];
  if (complete.length > 1) return highest(complete, scoreComplete(complete));
  if (inProcess.length === 1) return inProcess[0];
  if (inProcess.length > 1) return highest(inProcess, scoreInProcess(assessment, inProcess));
  return byDefault ?? highest(scorable, scoreWithoutValidDoses(assessment, scorable));
}

function highest(results: readonly SeriesResult[], scores: readonly number[]): SeriesResult | undefined {
  return results
    .map((result, place) => ({ result, score: scores[place] ?? 0 }))
    .reduce((best, next) => {
      if (next.score !== best.score) return next.score > best.score ? next : best;
      return next.result.series.preference < best.result.series.preference ? next : best;
    }).result;
}

function scorableSeries(assessment: Assessment, group: readonly SeriesResult[]): readonly SeriesResult[] {
  const possible = group.filter(({ forecast }) => forecast.status !== 'contraindicated');
  const candidates = possible.length > 0 ? possible : group;
  const hasValid = group.some(({ evaluation }) => validDosesOf(evaluation) > 0);
  const hasDefault = group.some(({ series }) => series.isDefault);
  const first = group.map(({ series }) => series.priority).sort()[0];
  return candidates.filter((result) => {
    const { kind, priority } = result.series;
    if (kind === 'evaluation-only') return isComplete(result);
    if (kind === 'risk') return priority === first;
    return hasValid ? startedInTime(assessment, result) : !hasDefault && mayStart(assessment, result);
  });
}

/** A series for the old is not begun by the young; who has a dose of it already is not asked. */
function mayStart(assessment: Assessment, { series }: SeriesResult): boolean {
  return !series.minimumAgeToStart || assessment.at >= dayOfAge(assessment, series.minimumAgeToStart);
}

/** Whether the first dose that counts was given at an age at which the series may be begun. */
function startedInTime(assessment: Assessment, { series, evaluation }: SeriesResult): boolean {
  const first = evaluation.targets.find(({ givenBy }) => givenBy)?.givenBy?.on;
  if (first === undefined) return false;
  return !series.maximumAgeToStart || first < dayOfAge(assessment, series.maximumAgeToStart);
}

/** A series that is not complete is answered only if no equivalent group makes it needless. */
function isBest(result: SeriesResult, chosen: readonly SeriesResult[]): boolean {
  if (isComplete(result)) return true;
  const { kind, equivalentGroups } = result.series;
  const equivalent = chosen.filter(({ series }) => equivalentGroups.includes(series.seriesGroup));
  if (equivalent.some(isComplete) || kind === 'evaluation-only') return false;
  return kind === 'risk' || !equivalent.some(({ series }) => series.kind === 'risk');
}

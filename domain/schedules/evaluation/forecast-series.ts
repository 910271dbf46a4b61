import { dayOfAge } from './assessment.ts';
import type { CompiledAntigen, CompiledDose } from './compiled-book.ts';
import { isContraindicated } from './contraindications.ts';
import { ageInForce } from './evaluate-age.ts';
import { latestConflictEnd } from './evaluate-conflict.ts';
import { intervalStart } from './evaluate-interval.ts';
import { isImmune } from './immunity.ts';
import { seasonOn } from './season.ts';
import { type SeriesEvaluation, type Target, validDosesOf } from './series-evaluation.ts';
import { maySkip } from './skip-target.ts';
import { addSpan } from './span.ts';

export type SeriesStatus =
  | 'not-complete'
  | 'complete'
  | 'aged-out'
  | 'immune'
  | 'contraindicated'
  | 'not-recommended';

/** Of several series of one antigen the first of these is the answer: what is still due, else what is done. */
export const decidingOrder: readonly SeriesStatus[] = [
  'not-complete',
  'complete',
  'contraindicated',
  'aged-out',
  'not-recommended',
  'immune',
];

/** Days since 1970-01-01; `pastDue` and `latest` are missing where nothing limits them. */
export interface ForecastDates {
  readonly earliest: number;
  readonly recommended: number;
  readonly pastDue: number | undefined;
  readonly latest: number | undefined;
}

export interface SeriesForecast {
  readonly status: SeriesStatus;
  readonly next?: ForecastDates & {
    readonly dose: number;
    readonly target: Target;
    readonly hasPriority: boolean;
  };
}

/** Whether the series needs another dose and when. Passes over targets that need no dose any more. */
export function forecastSeries(evaluation: SeriesEvaluation, antigen: CompiledAntigen): SeriesForecast {
  const { assessment } = evaluation;
  for (;;) {
    const target = nextTarget(evaluation, assessment.at);
    if (!target) return { status: validDosesOf(evaluation) > 0 ? 'complete' : 'not-recommended' };
    if (isImmune(assessment, antigen)) return { status: 'immune' };
    if (isContraindicated(assessment, antigen, evaluation.series)) return { status: 'contraindicated' };
    const season = target.rule.season && seasonOn(target.rule.season, assessment.at);
    if (season && assessment.at > season.to) return { status: 'not-recommended' };
    const dates = datesOf(evaluation, target.rule);
    const end = dates.latest;
    if (end !== undefined && (assessment.at > end || dates.earliest > end)) return { status: 'aged-out' };
    if (!maySkip(evaluation, target.rule.skipsInForecast, { day: dates.earliest })) {
      const dose = numberOfNextDose(evaluation, season?.countsFrom);
      return {
        status: 'not-complete',
        next: { ...dates, dose, target, hasPriority: target.rule.hasPriority },
      };
    }
    passOver(evaluation, target);
  }
}

function nextTarget(evaluation: SeriesEvaluation, day: number): Target | undefined {
  for (;;) {
    const target = evaluation.targets[evaluation.current];
    if (!target || !maySkip(evaluation, target.rule.skipsInForecast, { day })) return target;
    passOver(evaluation, target);
  }
}

function passOver(evaluation: SeriesEvaluation, target: Target): void {
  target.status = 'skipped';
  evaluation.current += 1;
}

function datesOf(evaluation: SeriesEvaluation, rule: CompiledDose): ForecastDates {
  const { assessment } = evaluation;
  const age = ageInForce(rule, assessment.at);
  const dayOf = (span: Parameters<typeof dayOfAge>[1] | undefined) =>
    span === undefined ? undefined : dayOfAge(assessment, span);
  const earliest = earliestDay(evaluation, rule, dayOf(age?.minimum ?? age?.absoluteMinimum));
  const recommended =
    dayOf(age?.recommendedFrom) ?? latestInterval(evaluation, rule, 'recommendedFrom') ?? earliest;
  const offered = rule.season ? seasonOn(rule.season, assessment.at).from : earliest;
  const lastRecommended = dayOf(age?.recommendedTo) ?? latestInterval(evaluation, rule, 'recommendedTo');
  const end = dayOf(age?.maximum);
  return {
    earliest,
    recommended: Math.max(earliest, recommended, offered),
    pastDue: lastRecommended === undefined ? undefined : Math.max(earliest, lastRecommended - 1),
    latest: end === undefined ? undefined : end - 1,
  };
}

/** The first day on which nothing forbids the dose: age, intervals, other doses, season. */
function earliestDay(
  evaluation: SeriesEvaluation,
  rule: CompiledDose,
  minimumAge: number | undefined,
): number {
  const { assessment, doses, verdicts } = evaluation;
  let earliest = minimumAge ?? assessment.born;
  const interval = latestInterval(evaluation, rule, 'minimum');
  if (interval !== undefined) earliest = Math.max(earliest, interval);
  if (rule.season) earliest = Math.max(earliest, seasonOn(rule.season, assessment.at).countsFrom);
  doses.forEach((dose, place) => {
    if (verdicts[place]?.status !== 'extraneous') earliest = Math.max(earliest, dose.on);
  });
  return latestConflictEnd(evaluation, rule.preferable.keys(), earliest);
}

/** The latest of the days that the intervals in force lead to. */
function latestInterval(
  evaluation: SeriesEvaluation,
  rule: CompiledDose,
  which: 'minimum' | 'recommendedFrom' | 'recommendedTo',
): number | undefined {
  const { at } = evaluation.assessment;
  let latest: number | undefined;
  for (const interval of rule.intervals) {
    const span = interval[which] ?? (which === 'minimum' ? interval.absoluteMinimum : undefined);
    if (span === undefined || at < interval.from || at > interval.to) continue;
    const start = intervalStart(evaluation, interval.start, undefined);
    if (start !== undefined) latest = Math.max(latest ?? Number.NEGATIVE_INFINITY, addSpan(start, span));
  }
  return latest;
}

/** How many doses count so far (in a season: of this season), and one. */
function numberOfNextDose({ targets }: SeriesEvaluation, seasonFrom: number | undefined): number {
  let counted = 0;
  for (const { givenBy } of targets)
    if (givenBy && (seasonFrom === undefined || givenBy.on >= seasonFrom)) counted += 1;
  return counted + 1;
}

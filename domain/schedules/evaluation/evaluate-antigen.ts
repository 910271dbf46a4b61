import { type Assessment, assessmentUpTo, type GivenDose, isOfAge } from './assessment.ts';
import { chooseBestSeries } from './choose-best-series.ts';
import type { CompiledAntigen, CompiledSeries } from './compiled-book.ts';
import { evaluateDoses } from './evaluate-series.ts';
import { forecastSeries } from './forecast-series.ts';
import type { SeriesEvaluation, Verdict } from './series-evaluation.ts';
import type { AntigenResult, SeriesResult } from './series-result.ts';

/** Evaluates one antigen by all series that concern the person, and chooses the best of them. */
export function evaluateAntigen(assessment: Assessment, number: number): AntigenResult {
  const antigen = assessment.book.antigens[number];
  if (!antigen) throw new RangeError(`There is no antigen ${number}.`);
  const doses = assessment.doses.filter((dose) => holdsAntigen(assessment, dose, number));
  const relevant = antigen.series.filter((series) => concerns(assessment, series));
  const results = evaluateAll(assessment, antigen, relevant, doses);
  return { antigen, doses, best: chooseBestSeries(assessment, results) };
}

/** What the best series says of a dose: of several it counts for any, else it is judged by the one that decides. */
export function verdictOfAntigen({ doses, best }: AntigenResult, dose: GivenDose): Verdict | undefined {
  const place = doses.indexOf(dose);
  const verdicts = place < 0 ? [] : best.flatMap(({ evaluation }) => evaluation.verdicts[place] ?? []);
  return verdicts.find(({ status }) => status === 'valid') ?? verdicts[0];
}

/**
 * Whether a dose, evaluated by what was known on its day, counts for any of its antigens; one that no series evaluates
 * (a vaccine for travellers in somebody without an indication) is taken to work. Asked once of each dose.
 */
function isValidDose(assessment: Assessment, dose: GivenDose): boolean {
  const known = assessment.countingDoses.get(dose);
  if (known !== undefined) return known;
  assessment.countingDoses.set(dose, false); // who asks again while this is evaluated is not answered in a circle
  const before = assessmentUpTo(assessment, dose);
  const verdicts = antigensOf(assessment, dose).flatMap(
    (antigen) => verdictOfAntigen(evaluateAntigen(before, antigen), dose) ?? [],
  );
  const isValid = verdicts.length === 0 || verdicts.some(({ status }) => status === 'valid');
  assessment.countingDoses.set(dose, isValid);
  return isValid;
}

/** Each series once, and first those that another one asks about. */
function evaluateAll(
  assessment: Assessment,
  antigen: CompiledAntigen,
  relevant: readonly CompiledSeries[],
  doses: readonly GivenDose[],
): SeriesResult[] {
  const done = new Map<CompiledSeries, SeriesResult | undefined>();
  const resultOf = (series: CompiledSeries): SeriesResult | undefined => {
    if (done.has(series)) return done.get(series);
    done.set(series, undefined); // a series that is asked about while it is evaluated is not complete yet
    const evaluation: SeriesEvaluation = {
      assessment,
      series,
      doses,
      verdicts: [],
      targets: series.doses.map((rule, place) => ({ rule, place, status: 'open' })),
      current: 0,
      isComplete: (groups) =>
        relevant.some(
          (other) => groups.includes(other.seriesGroup) && resultOf(other)?.forecast.status === 'complete',
        ),
      isValidDose: (dose) => isValidDose(assessment, dose),
    };
    evaluateDoses(evaluation);
    const result = { series, evaluation, forecast: forecastSeries(evaluation, antigen) };
    done.set(series, result);
    return result;
  };
  return relevant.flatMap((series) => resultOf(series) ?? []);
}

/** Standard series concern everybody of the right sex, risk series those with an indication at this age. */
function concerns(assessment: Assessment, series: CompiledSeries): boolean {
  if (series.sexes && !series.sexes.includes(assessment.sex)) return false;
  if (series.kind !== 'risk') return true;
  if (assessment.observations.size === 0) return false;
  return series.indications.some(
    (indication) =>
      assessment.observations.has(indication.observation) && isOfAge(assessment, indication, assessment.at),
  );
}

/** The antigens that a dose holds for somebody of the age on its day. */
export function antigensOf(assessment: Assessment, dose: GivenDose): number[] {
  const product = assessment.book.products[dose.product];
  return (product?.antigens ?? [])
    .filter((part) => isOfAge(assessment, part, dose.on))
    .map(({ antigen }) => antigen);
}

function holdsAntigen(assessment: Assessment, dose: GivenDose, number: number): boolean {
  const product = assessment.book.products[dose.product];
  if (!product) return false;
  for (const part of product.antigens)
    if (part.antigen === number && isOfAge(assessment, part, dose.on)) return true;
  return false;
}

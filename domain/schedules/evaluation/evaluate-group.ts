import { dateOfDayNumber, type PlainDate } from '../../kernel/plain-date.ts';
import { type Assessment, type GivenDose, openAssessment, type PersonHistory } from './assessment.ts';
import { combineForecasts } from './combine-forecasts.ts';
import type { CompiledBook, CompiledGroup } from './compiled-book.ts';
import { antigensOf, evaluateAntigen, verdictOfAntigen } from './evaluate-antigen.ts';
import type { SeriesStatus } from './forecast-series.ts';
import type { Verdict } from './series-evaluation.ts';
import type { AntigenResult } from './series-result.ts';

/** The next dose of a group and when; `pastDue` and `latest` are missing where nothing limits them. */
export interface NextDose {
  readonly dose: number;
  readonly earliest: PlainDate;
  readonly recommended: PlainDate;
  readonly pastDue?: PlainDate;
  readonly latest?: PlainDate;
  /** A booster, due again and again: the basic series is done. */
  readonly isRecurring?: true;
}

export interface GroupEvaluation {
  /** In the order of the history as it was asked. */
  readonly doses: readonly Verdict[];
  readonly series: SeriesStatus;
  readonly next?: NextDose;
}

/**
 * Evaluates a history by the schedules of one group (MMR) on one day. Pure: the same history and day give the same
 * answer in every order of the doses. Products and the group must be of the book.
 */
export function evaluateGroup(
  book: CompiledBook,
  group: CompiledGroup,
  person: PersonHistory,
  at: PlainDate,
): GroupEvaluation {
  const assessment = openAssessment(book, person, at);
  const results = group.antigens.map((antigen) => evaluateAntigen(assessment, antigen));
  const combined = combineForecasts(assessment, group, results);
  const doses: Verdict[] = [];
  const byAntigen = new Map(group.antigens.map((antigen, place) => [antigen, results[place]]));
  for (const dose of assessment.doses) doses[dose.place] = verdictOn(assessment, dose, results, byAntigen);
  if (!combined.next) return { doses, series: combined.status };
  const { dose, earliest, recommended, pastDue, latest, isRecurring } = combined.next;
  return {
    doses,
    series: combined.status,
    next: {
      dose,
      earliest: dateOfDayNumber(earliest),
      recommended: dateOfDayNumber(recommended),
      ...(pastDue === undefined ? {} : { pastDue: dateOfDayNumber(pastDue) }),
      ...(latest === undefined ? {} : { latest: dateOfDayNumber(latest) }),
      ...(isRecurring ? { isRecurring } : {}),
    },
  };
}

/** What becomes of one dose: valid if it counts for any antigen; doses of other groups are evaluated by their own. */
function verdictOn(
  assessment: Assessment,
  dose: GivenDose,
  results: readonly AntigenResult[],
  byAntigen: Map<number, AntigenResult | undefined>,
): Verdict {
  const own = results.flatMap((result) => verdictOfAntigen(result, dose) ?? []);
  const verdicts = own.length > 0 ? own : verdictsElsewhere(assessment, dose, byAntigen);
  return (
    verdicts.find(({ status }) => status === 'valid') ??
    verdicts.find(({ status }) => status === 'not-valid') ??
    verdicts[0] ?? { status: 'not-valid', reason: 'other-product' }
  );
}

/** Each antigen of another group is evaluated once. */
function verdictsElsewhere(
  assessment: Assessment,
  dose: GivenDose,
  byAntigen: Map<number, AntigenResult | undefined>,
): Verdict[] {
  return antigensOf(assessment, dose).flatMap((antigen) => {
    const result = byAntigen.get(antigen) ?? evaluateAntigen(assessment, antigen);
    byAntigen.set(antigen, result);
    return verdictOfAntigen(result, dose) ?? [];
  });
}

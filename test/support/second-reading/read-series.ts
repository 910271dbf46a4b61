import { add, dayOr, firstDay, isInForce, isWithin, lastDay, latestOf } from './dates.ts';
import { codesOf, type Given, holds, isRelevant, type Patient } from './patient.ts';
import type { Condition, Interval, Series, SeriesDose } from './published.ts';
import { isContraindicated, isImmune } from './who-needs-none.ts';

export type Status = 'Valid' | 'Not Valid' | 'Extraneous';

/** A series read for one person: what became of each dose, and what comes next. */
export interface SeriesReading {
  readonly patient: Patient;
  readonly series: Series;
  readonly doses: readonly Given[];
  readonly statuses: Map<Given, Status>;
  readonly inadvertent: Set<Given>;
  readonly satisfied: { readonly target: number; readonly dose: Given }[];
  target: number;
  status: string;
  earliest?: string;
  recommended?: string;
  /** Whether a dose of another antigen counts. */
  readonly countsElsewhere: (dose: Given) => boolean;
}

/** Chapters 6 and 7 of the logic specification. Each series once; one that is asked about meanwhile is not complete. */
export function readSeries(
  patient: Patient,
  series: Series,
  countsElsewhere: (dose: Given) => boolean,
): SeriesReading | undefined {
  if (patient.series.has(series)) return patient.series.get(series);
  patient.series.set(series, undefined);
  const reading: SeriesReading = {
    patient,
    series,
    doses: patient.doses.filter((dose) => holds(patient, dose, series.targetDisease)),
    statuses: new Map(),
    inadvertent: new Set(),
    satisfied: [],
    target: 0,
    status: 'Not complete',
    countsElsewhere,
  };
  for (const dose of reading.doses) reading.statuses.set(dose, evaluated(reading, dose));
  forecast(reading);
  patient.series.set(series, reading);
  return reading;
}

function evaluated(reading: SeriesReading, dose: Given): Status {
  for (let rule = targetOf(reading); rule; rule = targetOf(reading)) {
    if (!isSkipped(reading, rule, 'evaluation', dose.on, dose)) break;
    reading.target += 1;
  }
  const rule = targetOf(reading);
  if (!rule) return 'Extraneous';
  const status = againstTarget(reading, rule, dose);
  if (status !== 'Valid') return status;
  reading.satisfied.push({ target: reading.target, dose });
  if (rule.recurringDose !== 'Yes') reading.target += 1;
  return status;
}

function targetOf({ series, target }: SeriesReading): SeriesDose | undefined {
  return series.seriesDose[target];
}

function againstTarget(reading: SeriesReading, rule: SeriesDose, dose: Given): Status {
  const { born } = reading.patient;
  if (rule.inadvertentVaccine?.some(({ cvx }) => cvx === dose.cvx)) {
    reading.inadvertent.add(dose);
    return 'Not Valid';
  }
  const age = rule.age?.find((each) => isInForce(each, dose.on));
  if (age?.maxAge && dose.on >= add(born, age.maxAge)) return 'Extraneous';
  const least = age?.absMinAge ?? age?.minAge;
  if (least && dose.on < add(born, least)) return 'Not Valid';
  const allowable = [rule.allowableInterval ?? []].flat();
  const isInTime =
    keepsAll(reading, rule.interval ?? [], dose) ||
    (allowable.length > 0 && keepsAll(reading, allowable, dose));
  if (!isInTime || isDisturbed(reading, dose)) return 'Not Valid';
  const isPreferable = rule.preferableVaccine?.some(
    (use) => use.cvx === dose.cvx && (!use.mvx || use.mvx === dose.mvx) && isWithin(born, use, dose.on),
  );
  const isAllowable = rule.allowableVaccine?.some(
    (use) => use.cvx === dose.cvx && isWithin(born, use, dose.on),
  );
  return isPreferable || isAllowable ? 'Valid' : 'Not Valid';
}

function keepsAll(reading: SeriesReading, intervals: readonly Interval[], dose: Given): boolean {
  return intervals
    .filter((interval) => isInForce(interval, dose.on))
    .every((interval) => {
      const start = startOf(reading, interval, dose);
      const least = interval.absMinInt ?? interval.minInt;
      return !start || !least || dose.on >= add(start, least);
    });
}

/** CALCDTINT-1, 2, 8 and 9. */
function startOf(reading: SeriesReading, interval: Interval, dose?: Given): string | undefined {
  const { patient, doses, statuses, inadvertent, satisfied } = reading;
  if (interval.fromRelevantObs) return patient.observed.get(interval.fromRelevantObs.code);
  if (interval.fromMostRecent) {
    const products = codesOf(interval.fromMostRecent);
    return before(patient.doses, dose).findLast(
      (each) => products.includes(each.cvx) && !inadvertent.has(each),
    )?.on;
  }
  if (interval.fromTargetDose)
    return satisfied.findLast(({ target }) => target === Number(interval.fromTargetDose) - 1)?.dose.on;
  if (interval.fromPrevious !== 'Y') return undefined;
  return before(doses, dose).findLast(
    (each) => statuses.has(each) && statuses.get(each) !== 'Extraneous' && !inadvertent.has(each),
  )?.on;
}

function before(doses: readonly Given[], dose: Given | undefined): readonly Given[] {
  return dose ? doses.slice(0, doses.indexOf(dose)) : doses;
}

function counts({ statuses, countsElsewhere }: SeriesReading, dose: Given): boolean {
  const own = statuses.get(dose);
  return own ? own === 'Valid' : countsElsewhere(dose);
}

function isDisturbed(reading: SeriesReading, dose: Given): boolean {
  const conflicts = reading.patient.published.conflicts.get(dose.cvx);
  return reading.patient.doses.some((earlier) => {
    const conflict = earlier === dose || earlier.on > dose.on ? undefined : conflicts?.get(earlier.cvx);
    if (!conflict || dose.on < add(earlier.on, conflict.begin)) return false;
    if (dose.on < add(earlier.on, conflict.least)) return true;
    return dose.on < add(earlier.on, conflict.end) && !counts(reading, earlier);
  });
}

/** Section 6.2; asked again in 7.1 with the day of the assessment and in 7.6 with the earliest day. */
function isSkipped(
  reading: SeriesReading,
  rule: SeriesDose,
  context: string,
  day: string,
  dose?: Given,
): boolean {
  return (rule.conditionalSkip ?? []).some((skip) => {
    if (![context, 'both'].includes(skip.context.toLowerCase())) return false;
    const sets = skip.set.map(
      (set) =>
        isInForce(set, day) &&
        joined(
          set.conditionLogic,
          set.condition.map((each) => isMet(reading, each, day, dose)),
        ),
    );
    return joined(skip.setLogic, sets);
  });
}

function joined(logic: string | undefined, met: readonly boolean[]): boolean {
  return logic?.toUpperCase() === 'OR' ? met.includes(true) : !met.includes(false);
}

function isMet(reading: SeriesReading, condition: Condition, day: string, dose?: Given): boolean {
  const { patient, doses, series, countsElsewhere } = reading;
  switch (condition.conditionType.toLowerCase()) {
    case 'age':
      return isWithin(patient.born, condition, day);
    case 'interval': {
      const previous = before(doses, dose).at(-1);
      return previous !== undefined && day >= add(previous.on, condition.interval ?? '');
    }
    case 'completed series': {
      const groups = codesOf(condition.seriesGroups);
      return (patient.published.antigens.get(series.targetDisease)?.series ?? []).some(
        (other) =>
          groups.includes(other.selectSeries.seriesGroup) &&
          isRelevant(patient, other) &&
          readSeries(patient, other, countsElsewhere)?.status === 'Complete',
      );
    }
    default:
      return isCount(condition, countOf(reading, condition, dose));
  }
}

function isCount({ doseCountLogic = '', doseCount }: Condition, found: number): boolean {
  if (/greater/i.test(doseCountLogic)) return found > Number(doseCount);
  return /equal/i.test(doseCountLogic) ? found === Number(doseCount) : found < Number(doseCount);
}

function countOf({ patient, doses, statuses }: SeriesReading, condition: Condition, dose?: Given): number {
  const products = codesOf(condition.vaccineTypes);
  return before(patient.doses, dose).filter(
    (each) =>
      (products.length > 0 ? products.includes(each.cvx) : doses.includes(each)) &&
      isWithin(patient.born, condition, each.on) &&
      each.on >= dayOr(condition.startDate, firstDay) &&
      each.on < dayOr(condition.endDate, lastDay) &&
      (condition.doseType?.toLowerCase() !== 'valid' || statuses.get(each) === 'Valid'),
  ).length;
}

function forecast(reading: SeriesReading): void {
  const { patient } = reading;
  for (;;) {
    let rule = targetOf(reading);
    while (rule && isSkipped(reading, rule, 'forecast', patient.at)) {
      reading.target += 1;
      rule = targetOf(reading);
    }
    const done = reading.satisfied.length > 0 ? 'Complete' : 'Not recommended';
    reading.status = rule ? whyNone(reading, rule) : done;
    if (!rule || reading.status !== 'Not complete') return;
    if (!isSkipped(reading, rule, 'forecast', earliestOf(reading, rule))) break;
    reading.target += 1;
  }
  const rule = targetOf(reading) as SeriesDose;
  reading.earliest = earliestOf(reading, rule);
  reading.recommended = latestOf([reading.earliest, recommendedOf(reading, rule) ?? reading.earliest]);
}

function whyNone(reading: SeriesReading, rule: SeriesDose): string {
  const { patient, series } = reading;
  if (isImmune(patient, series.targetDisease)) return 'Immune';
  if (isContraindicated(patient, series)) return 'Contraindicated';
  if (patient.at > dayOr(rule.seasonalRecommendation?.endDate, lastDay)) return 'Not recommended';
  const maximum = ageOf(reading, rule)?.maxAge;
  const end = maximum ? add(patient.born, maximum) : lastDay;
  return patient.at >= end || earliestOf(reading, rule) >= end ? 'Aged out' : 'Not complete';
}

function ageOf({ patient }: SeriesReading, rule: SeriesDose) {
  return rule.age?.find((each) => isInForce(each, patient.at));
}

function intervalDays(
  reading: SeriesReading,
  rule: SeriesDose,
  which: 'minInt' | 'earliestRecInt',
): string[] {
  return (rule.interval ?? []).flatMap((interval) => {
    const start = isInForce(interval, reading.patient.at) ? startOf(reading, interval) : undefined;
    const span = interval[which];
    return start && span ? [add(start, span)] : [];
  });
}

/** FORECASTDTCAN-1. */
function earliestOf(reading: SeriesReading, rule: SeriesDose): string {
  const { patient, doses, statuses } = reading;
  const age = ageOf(reading, rule);
  const least = age?.minAge ?? age?.absMinAge;
  const conflictEnds = (rule.preferableVaccine ?? []).flatMap(({ cvx }) =>
    patient.doses.flatMap((earlier) => {
      const conflict = patient.published.conflicts.get(cvx)?.get(earlier.cvx);
      return conflict ? [add(earlier.on, counts(reading, earlier) ? conflict.least : conflict.end)] : [];
    }),
  );
  return latestOf([
    least ? add(patient.born, least) : patient.born,
    ...intervalDays(reading, rule, 'minInt'),
    ...conflictEnds,
    dayOr(rule.seasonalRecommendation?.startDate, firstDay),
    ...doses.filter((dose) => statuses.get(dose) !== 'Extraneous').map(({ on }) => on),
  ]);
}

/** FORECASTDT-2. */
function recommendedOf(reading: SeriesReading, rule: SeriesDose): string | undefined {
  const age = ageOf(reading, rule)?.earliestRecAge;
  if (age) return add(reading.patient.born, age);
  const days = intervalDays(reading, rule, 'earliestRecInt');
  return days.length > 0 ? latestOf(days) : undefined;
}

import type {
  AgeRule,
  IntervalRule,
  IntervalStart,
  ProductUse,
  TargetDoseRule,
} from '../../../domain/schedules/evaluation/schedule-book.ts';
import type { CdsiDose, CdsiInterval, CdsiUse } from './cdsi-shapes.ts';
import { agesOf, codesOf, dateOf, forceOf } from './read-parts.ts';
import { readSkip } from './read-skip.ts';

export function readDose(dose: CdsiDose): TargetDoseRule {
  const season = dose.seasonalRecommendation;
  return {
    ages: (dose.age ?? []).map(readAge),
    intervals: (dose.interval ?? []).flatMap(readInterval),
    allowableIntervals: (dose.allowableInterval ?? []).flatMap(readInterval),
    preferable: (dose.preferableVaccine ?? []).map(readUse),
    allowable: (dose.allowableVaccine ?? []).map(readUse),
    inadvertent: (dose.inadvertentVaccine ?? []).map(({ cvx }) => cvx),
    skips: (dose.conditionalSkip ?? []).flatMap(readSkip),
    isRecurring: dose.recurringDose === 'Yes',
    ...(season?.startDate === undefined
      ? {}
      : {
          season: {
            kind: 'dates' as const,
            from: dateOf(season.startDate),
            ...(season.endDate === undefined ? {} : { to: dateOf(season.endDate) }),
          },
        }),
  };
}

function readAge(age: NonNullable<CdsiDose['age']>[number]): AgeRule {
  return present({
    absoluteMinimum: age.absMinAge,
    minimum: age.minAge,
    recommendedFrom: age.earliestRecAge,
    recommendedTo: age.latestRecAge,
    maximum: age.maxAge,
    ...forceOf(age),
  });
}

function readInterval(interval: CdsiInterval): IntervalRule[] {
  const start = startOf(interval);
  if (!start) return [];
  return [
    present({
      start,
      absoluteMinimum: interval.absMinInt,
      minimum: interval.minInt,
      recommendedFrom: interval.earliestRecInt,
      recommendedTo: interval.latestRecInt,
      hasPriority: interval.intervalPriority === 'override' ? true : undefined,
      ...forceOf(interval),
    }),
  ];
}

function startOf(interval: CdsiInterval): IntervalStart | undefined {
  if (interval.fromRelevantObs) return { from: 'observation', observation: interval.fromRelevantObs.code };
  if (interval.fromMostRecent !== undefined)
    return { from: 'products', products: codesOf(interval.fromMostRecent) };
  if (interval.fromTargetDose !== undefined)
    return { from: 'target-dose', dose: Number(interval.fromTargetDose) };
  return interval.fromPrevious === 'Y' ? { from: 'previous-dose' } : undefined;
}

function readUse(use: CdsiUse): ProductUse {
  return present({
    product: use.cvx,
    maker: use.mvx,
    amountMl: use.volume === undefined ? undefined : Number(use.volume),
    isNamedInForecast: use.forecastVaccineType === 'Y' ? true : undefined,
    ...agesOf(use),
  });
}

/** Without the keys that hold nothing. */
function present<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;
}

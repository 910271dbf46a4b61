import { ownValue } from '../../../domain/kernel/own-value.ts';
import type { SkipCondition, SkipRule } from '../../../domain/schedules/evaluation/schedule-book.ts';
import type { CdsiCondition, CdsiSkip } from './cdsi-shapes.ts';
import { agesOf, codesOf, dateOf, forceOf } from './read-parts.ts';

const contexts: Record<string, SkipRule['when']> = {
  evaluation: 'evaluation',
  forecast: 'forecast',
  both: 'both',
};

/** A conditional skip; the CDC writes the same word with and without capitals. */
export function readSkip({ context, setLogic, set }: CdsiSkip): SkipRule[] {
  const when = ownValue(contexts, context.toLowerCase());
  if (!when) return [];
  return [
    {
      when,
      join: joinOf(setLogic),
      sets: set.map(({ setDescription, conditionLogic, condition, ...force }) => ({
        ...(setDescription === undefined ? {} : { reason: setDescription }),
        join: joinOf(conditionLogic),
        conditions: condition.map(readCondition),
        ...forceOf(force),
      })),
    },
  ];
}

function joinOf(logic: string | undefined): 'all' | 'any' {
  return logic?.toUpperCase() === 'OR' ? 'any' : 'all';
}

function readCondition(condition: CdsiCondition): SkipCondition {
  const type = condition.conditionType.toLowerCase();
  if (type === 'age') return { kind: 'age', ...agesOf(condition) };
  if (type === 'interval') return { kind: 'interval', interval: condition.interval ?? '0 days' };
  if (type === 'completed series')
    return { kind: 'series-complete', seriesGroups: codesOf(condition.seriesGroups ?? '') };
  if (type.startsWith('vaccine count')) return readCount(condition);
  throw new RangeError(`'${condition.conditionType}' is no kind of condition that this reader knows.`);
}

function readCount(condition: CdsiCondition): SkipCondition {
  const { doseCountLogic = '', doseType = '', vaccineTypes, startDate, endDate } = condition;
  return {
    kind: 'dose-count',
    counts: doseType.toLowerCase() === 'valid' ? 'valid' : 'total',
    compare: comparisonOf(doseCountLogic.toLowerCase()),
    count: Number(condition.doseCount ?? 0),
    ...(vaccineTypes === undefined ? {} : { products: codesOf(vaccineTypes) }),
    ...(startDate === undefined ? {} : { fromDate: dateOf(startDate) }),
    ...(endDate === undefined ? {} : { toDate: dateOf(endDate) }),
    ...agesOf(condition),
  };
}

function comparisonOf(logic: string): 'more' | 'equal' | 'fewer' {
  if (logic === 'greater than') return 'more';
  return logic === 'less than' ? 'fewer' : 'equal';
}

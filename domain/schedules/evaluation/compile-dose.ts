import { dayNumber } from '../../kernel/plain-date.ts';
import {
  type BookIndex,
  compileAges,
  compileForce,
  compileSkip,
  groupByProduct,
  optionalSpan,
  productNumber,
} from './compile-rules.ts';
import type {
  CompiledAge,
  CompiledDose,
  CompiledInterval,
  CompiledSeason,
  CompiledStart,
  CompiledUse,
  MonthDay,
} from './compiled-book.ts';
import type {
  AgeRule,
  IntervalRule,
  IntervalStart,
  ProductUse,
  Season,
  TargetDoseRule,
} from './schedule-book.ts';

export function compileDose(rule: TargetDoseRule, index: BookIndex): CompiledDose {
  const skipsFor = (context: 'evaluation' | 'forecast') =>
    rule.skips
      .filter(({ when }) => when === context || when === 'both')
      .map((skip) => compileSkip(skip, index));
  return {
    ages: rule.ages.map((age) => compileAge(age, index)),
    intervals: rule.intervals.map((interval) => compileInterval(interval, index)),
    allowableIntervals: rule.allowableIntervals.map((interval) => compileInterval(interval, index)),
    preferable: compileUses(rule.preferable, index),
    allowable: compileUses(rule.allowable, index),
    inadvertent: new Set(rule.inadvertent.map((code) => productNumber(index, code))),
    skipsInEvaluation: skipsFor('evaluation'),
    skipsInForecast: skipsFor('forecast'),
    isRecurring: rule.isRecurring,
    season: rule.season && compileSeason(rule.season),
    hasPriority: rule.intervals.length > 0 && rule.intervals.every(({ hasPriority }) => hasPriority === true),
  };
}

function compileAge(rule: AgeRule, index: BookIndex): CompiledAge {
  return {
    absoluteMinimum: optionalSpan(rule.absoluteMinimum, index),
    minimum: optionalSpan(rule.minimum, index),
    recommendedFrom: optionalSpan(rule.recommendedFrom, index),
    recommendedTo: optionalSpan(rule.recommendedTo, index),
    maximum: optionalSpan(rule.maximum, index),
    ...compileForce(rule),
  };
}

function compileInterval(rule: IntervalRule, index: BookIndex): CompiledInterval {
  return {
    start: compileStart(rule.start, index),
    absoluteMinimum: optionalSpan(rule.absoluteMinimum, index),
    minimum: optionalSpan(rule.minimum, index),
    recommendedFrom: optionalSpan(rule.recommendedFrom, index),
    recommendedTo: optionalSpan(rule.recommendedTo, index),
    ...compileForce(rule),
  };
}

function compileStart(start: IntervalStart, index: BookIndex): CompiledStart {
  if (start.from === 'target-dose') return { from: 'target-dose', target: start.dose - 1 };
  if (start.from !== 'products') return start;
  return { from: 'products', products: new Set(start.products.map((code) => productNumber(index, code))) };
}

function compileUses(
  uses: readonly ProductUse[],
  index: BookIndex,
): ReadonlyMap<number, readonly CompiledUse[]> {
  return groupByProduct(
    uses.map((use) => ({
      product: productNumber(index, use.product),
      maker: use.maker,
      ...compileAges(use, index),
    })),
  );
}

function compileSeason(season: Season): CompiledSeason {
  if (season.kind === 'yearly')
    return {
      kind: 'yearly',
      from: monthDay(season.from),
      to: monthDay(season.to),
      countsFrom: season.countsFrom === undefined ? undefined : monthDay(season.countsFrom),
    };
  return {
    kind: 'dates',
    from: dayNumber(season.from),
    to: season.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(season.to),
  };
}

function monthDay(text: string): MonthDay {
  return { month: Number(text.slice(0, 2)), dayOfMonth: Number(text.slice(3)) };
}

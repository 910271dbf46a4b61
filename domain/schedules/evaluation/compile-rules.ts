import { dayNumber } from '../../kernel/plain-date.ts';
import type {
  CompiledAgeRange,
  CompiledCondition,
  CompiledSkip,
  CompiledSpan,
  DayRange,
} from './compiled-book.ts';
import type {
  AgeRange,
  DoseCountCondition,
  InForce,
  ScheduleBook,
  SkipCondition,
  SkipRule,
} from './schedule-book.ts';
import { parseSpan } from './span.ts';

/** Everything a book names, by its number, while the book is compiled. */
export interface BookIndex {
  readonly products: ReadonlyMap<string, number>;
  readonly antigens: ReadonlyMap<string, number>;
  readonly spans: ReadonlyMap<string, CompiledSpan>;
  span(text: string): CompiledSpan;
}

export function createIndex(book: ScheduleBook): BookIndex {
  const spans = new Map<string, CompiledSpan>();
  return {
    products: new Map(book.products.map(({ code }, number) => [code, number])),
    antigens: new Map(book.antigens.map(({ antigen }, number) => [antigen, number])),
    spans,
    span(text) {
      const known = spans.get(text);
      if (known) return known;
      const parsed = parseSpan(text);
      if (!parsed) throw new RangeError(`'${text}' is no span of time.`);
      const span = { ...parsed, id: spans.size };
      spans.set(text, span);
      return span;
    },
  };
}

export function productNumber(index: BookIndex, code: string): number {
  const number = index.products.get(code);
  if (number === undefined) throw new RangeError(`The book has no product '${code}'.`);
  return number;
}

export function compileAges({ fromAge, toAge }: AgeRange, index: BookIndex): CompiledAgeRange {
  return { from: optionalSpan(fromAge, index), to: optionalSpan(toAge, index) };
}

export function optionalSpan(text: string | undefined, index: BookIndex): CompiledSpan | undefined {
  return text === undefined ? undefined : index.span(text);
}

export function compileForce({ inForceFrom, inForceTo }: InForce): DayRange {
  return {
    from: inForceFrom === undefined ? Number.NEGATIVE_INFINITY : dayNumber(inForceFrom),
    to: inForceTo === undefined ? Number.POSITIVE_INFINITY : dayNumber(inForceTo),
  };
}

export function compileSkip({ join, sets }: SkipRule, index: BookIndex): CompiledSkip {
  return {
    join,
    sets: sets.map((set) => ({
      join: set.join,
      conditions: set.conditions.map((condition) => compileCondition(condition, index)),
      ...compileForce(set),
    })),
  };
}

function compileCondition(condition: SkipCondition, index: BookIndex): CompiledCondition {
  switch (condition.kind) {
    case 'age':
      return { kind: 'age', ...compileAges(condition, index) };
    case 'interval':
      return { kind: 'interval', interval: index.span(condition.interval) };
    case 'series-complete':
      return condition;
    case 'dose-count':
      return compileCount(condition, index);
  }
}

function compileCount(condition: DoseCountCondition, index: BookIndex): CompiledCondition {
  const { counts, compare, count, products, fromDate, toDate, isOfSeason = false } = condition;
  return {
    kind: 'dose-count',
    counts,
    compare,
    count,
    products: products && new Set(products.map((code) => productNumber(index, code))),
    fromDay: fromDate === undefined ? Number.NEGATIVE_INFINITY : dayNumber(fromDate),
    toDay: toDate === undefined ? Number.POSITIVE_INFINITY : dayNumber(toDate),
    isOfSeason,
    ...compileAges(condition, index),
  };
}

export function groupByProduct<Rule extends { readonly product: number }>(
  rules: readonly Rule[],
): ReadonlyMap<number, readonly Rule[]> {
  const groups = new Map<number, Rule[]>();
  for (const rule of rules) {
    const group = groups.get(rule.product);
    if (group) group.push(rule);
    else groups.set(rule.product, [rule]);
  }
  return groups;
}

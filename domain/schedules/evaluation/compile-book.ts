import { dayNumber } from '../../kernel/plain-date.ts';
import { compileDose } from './compile-dose.ts';
import { type BookIndex, compileAges, createIndex, groupByProduct, productNumber } from './compile-rules.ts';
import type {
  CompiledAntigen,
  CompiledBook,
  CompiledConflict,
  CompiledContraindication,
  CompiledSeries,
} from './compiled-book.ts';
import type { AntigenRules, ContraindicationRule, ScheduleBook, SeriesRule } from './schedule-book.ts';

/**
 * Makes a book ready to answer. Throws a RangeError where the book names something that it does not have: books
 * are checked by their schema and by `faultsOfBook` before anybody compiles them.
 */
export function compileBook(book: ScheduleBook): CompiledBook {
  const index = createIndex(book);
  const antigens = book.antigens.map((rules) => compileAntigen(rules, index));
  const products = book.products.map(({ code, antigens }) => ({
    code,
    antigens: antigens.map((part) => ({
      antigen: antigenNumber(index, part.antigen),
      ...compileAges(part, index),
    })),
  }));
  const groups = book.groups.map(({ name, antigens, isGivenWhole = false }) => ({
    name,
    antigens: antigens.map((antigen) => antigenNumber(index, antigen)),
    isGivenWhole,
  }));
  return {
    book,
    products,
    productByCode: index.products,
    observations: new Set(book.observations.map(({ code }) => code)),
    antigens,
    groups: new Map(groups.map((group) => [group.name, group])),
    conflicts: compileConflicts(book, index),
    spanCount: index.spans.size,
  };
}

function antigenNumber(index: BookIndex, antigen: string): number {
  const number = index.antigens.get(antigen);
  if (number === undefined) throw new RangeError(`The book has no antigen '${antigen}'.`);
  return number;
}

function compileConflicts(book: ScheduleBook, index: BookIndex): CompiledBook['conflicts'] {
  const byLater = new Map<number, Map<number, CompiledConflict>>();
  for (const { earlier, later, from, untilAfterValid, until } of book.conflicts) {
    const key = productNumber(index, later);
    const byEarlier = byLater.get(key) ?? new Map<number, CompiledConflict>();
    byLater.set(key, byEarlier);
    byEarlier.set(productNumber(index, earlier), {
      from: index.span(from),
      untilAfterValid: index.span(untilAfterValid),
      until: index.span(until),
    });
  }
  return byLater;
}

function compileAntigen(rules: AntigenRules, index: BookIndex): CompiledAntigen {
  const born = rules.immunity?.bornBefore;
  return {
    name: rules.antigen,
    immuneObservations: new Set(rules.immunity?.observations),
    immuneIfBorn: born && {
      before: dayNumber(born.day),
      country: born.country,
      unlessObserved: born.unlessObserved,
    },
    contraindications: rules.contraindications.map((rule) => compileContraindication(rule, index)),
    series: rules.series.map((series) => compileSeries(series, index)),
  };
}

function compileContraindication(rule: ContraindicationRule, index: BookIndex): CompiledContraindication {
  const { observation, products } = rule;
  const byProduct =
    products &&
    groupByProduct(
      products.map((each) => ({ product: productNumber(index, each.product), ...compileAges(each, index) })),
    );
  return { observation, products: byProduct, ...compileAges(rule, index) };
}

function compileSeries(rule: SeriesRule, index: BookIndex): CompiledSeries {
  const { minimumAgeToStart, maximumAgeToStart } = rule;
  return {
    name: rule.name,
    kind: rule.kind,
    sexes: rule.sexes,
    seriesGroup: rule.seriesGroup,
    equivalentGroups: rule.equivalentGroups,
    isDefault: rule.isDefault,
    isOfOneProduct: rule.isOfOneProduct,
    priority: rule.priority,
    preference: rule.preference ?? Number.POSITIVE_INFINITY,
    minimumAgeToStart: minimumAgeToStart === undefined ? undefined : index.span(minimumAgeToStart),
    maximumAgeToStart: maximumAgeToStart === undefined ? undefined : index.span(maximumAgeToStart),
    indications: rule.indications.map((each) => ({
      observation: each.observation,
      ...compileAges(each, index),
    })),
    doses: rule.doses.map((dose) => compileDose(dose, index)),
  };
}

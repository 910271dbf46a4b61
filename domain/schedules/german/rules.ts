import type { Bilingual } from '../../kernel/bilingual.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type {
  AntigenRules,
  IntervalRule,
  ProductRule,
  ScheduleBook,
  SeriesRule,
  SkipCondition,
  SkipRule,
  Span,
  TargetDoseRule,
} from '../evaluation/schedule-book.ts';

/** What the schedules of 2026 rest on. */
export const stiko2026 = {
  source: 'STIKO am RKI: Empfehlungen 2026, Epidemiologisches Bulletin 4/2026',
  issuedOn: '2026-01-22' as PlainDate,
  version: '2026-01',
};

/** A dose of these products; no days of grace, as STIKO gives minimum ages and intervals without any. */
export function dose(products: readonly string[], rule: Partial<TargetDoseRule> = {}): TargetDoseRule {
  return {
    ages: [],
    intervals: [],
    allowableIntervals: [],
    preferable: products.map((product) => ({ product })),
    allowable: [],
    inadvertent: [],
    skips: [],
    isRecurring: false,
    ...rule,
  };
}

export function series(
  name: string,
  doses: readonly TargetDoseRule[],
  rule: Partial<SeriesRule> = {},
): SeriesRule {
  return {
    name,
    kind: 'standard',
    seriesGroup: 'standard',
    equivalentGroups: ['risk'],
    isDefault: true,
    isOfOneProduct: false,
    priority: 'A',
    preference: 1,
    indications: [],
    doses,
    ...rule,
  };
}

/** For people with one of these observations, instead of the standard series and even if that is complete. */
export function riskSeries(
  name: string,
  observations: readonly string[],
  doses: readonly TargetDoseRule[],
  fromAge: Span,
): SeriesRule {
  return series(name, doses, {
    kind: 'risk',
    seriesGroup: 'risk',
    equivalentGroups: [],
    isDefault: false,
    indications: observations.map((observation) => ({ observation, fromAge })),
  });
}

export function afterPrevious(minimum: Span, rule: Partial<IntervalRule> = {}): IntervalRule {
  return { start: { from: 'previous-dose' }, minimum, ...rule };
}

export function afterProducts(
  products: readonly string[],
  minimum: Span,
  absoluteMinimum = minimum,
): IntervalRule {
  return { start: { from: 'products', products }, absoluteMinimum, minimum };
}

/** Needed by nobody for whom one of these conditions holds. */
export function notIf(...conditions: readonly SkipCondition[]): SkipRule {
  return {
    when: 'both',
    join: 'any',
    sets: conditions.map((condition) => ({ join: 'all', conditions: [condition] })),
  };
}

export function product(code: string, name: string, ...antigens: readonly string[]): ProductRule {
  return { code, name, antigens: antigens.map((antigen) => ({ antigen })) };
}

interface Parts {
  readonly book: string;
  readonly group: string;
  readonly note: Bilingual;
  readonly products: readonly ProductRule[];
  readonly antigens: readonly AntigenRules[];
  readonly observations?: ScheduleBook['observations'];
  readonly conflicts?: ScheduleBook['conflicts'];
  readonly isGivenWhole?: boolean;
}

/** A book of one group; its note ends with what holds for all of them. */
export function germanBook(
  from: { readonly source: string; readonly issuedOn: PlainDate; readonly version: string },
  { book, group, note, products, antigens, observations = [], conflicts = [], isGivenWhole = false }: Parts,
): ScheduleBook {
  return {
    book,
    ...from,
    note: {
      de: `${note.de} Vor der Verwendung bestätigt die ärztliche Leitung des Zentrums dieses Impfschema.`,
      en: `${note.en} The centre's doctor confirms this schedule before it is used.`,
    },
    groups: [{ name: group, antigens: antigens.map(({ antigen }) => antigen), isGivenWhole }],
    products,
    conflicts,
    observations,
    antigens,
  };
}

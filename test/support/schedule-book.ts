import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import type { PersonHistory } from '../../domain/schedules/evaluation/assessment.ts';
import { compileBook } from '../../domain/schedules/evaluation/compile-book.ts';
import { evaluateGroup, type GroupEvaluation } from '../../domain/schedules/evaluation/evaluate-group.ts';
import type {
  AgeRule,
  AntigenRules,
  IntervalRule,
  ScheduleBook,
  SeriesRule,
  TargetDoseRule,
} from '../../domain/schedules/evaluation/schedule-book.ts';

/** Schedules of invented vaccines, as short as a test needs them. */
export function aDose(rule: Partial<TargetDoseRule> = {}): TargetDoseRule {
  return {
    ages: [],
    intervals: [],
    allowableIntervals: [],
    preferable: [{ product: 'alpha' }],
    allowable: [],
    inadvertent: [],
    skips: [],
    isRecurring: false,
    ...rule,
  };
}

/** At the earliest so long after the dose before, with four days of grace. */
export function afterPrevious(minimum: string, rule: Partial<IntervalRule> = {}): IntervalRule {
  return { start: { from: 'previous-dose' }, absoluteMinimum: `${minimum} - 4 days`, minimum, ...rule };
}

/** At the earliest at this age, with four days of grace. */
export function fromAge(minimum: string, rule: Partial<AgeRule> = {}): AgeRule {
  return { absoluteMinimum: `${minimum} - 4 days`, minimum, ...rule };
}

export function aSeries(doses: readonly TargetDoseRule[], rule: Partial<SeriesRule> = {}): SeriesRule {
  return {
    name: 'usual series',
    kind: 'standard',
    seriesGroup: '1',
    equivalentGroups: [],
    isDefault: true,
    isOfOneProduct: false,
    priority: 'A',
    preference: 1,
    indications: [],
    doses,
    ...rule,
  };
}

export function anAntigen(series: readonly SeriesRule[], rule: Partial<AntigenRules> = {}): AntigenRules {
  return { antigen: 'alpha', contraindications: [], series, ...rule };
}

/** A book with the products `alpha`, `beta` (both hold alpha) and `other`, and one group of all antigens. */
export function aBook(antigens: readonly AntigenRules[], rule: Partial<ScheduleBook> = {}): ScheduleBook {
  const names = antigens.map(({ antigen }) => antigen);
  const holdsAll = names.map((antigen) => ({ antigen }));
  return {
    book: 'test',
    version: '1',
    source: 'invented for tests',
    groups: [{ name: 'group', antigens: names }],
    products: [
      { code: 'alpha', name: 'Alpha', antigens: holdsAll },
      { code: 'beta', name: 'Beta', antigens: holdsAll },
      { code: 'other', name: 'Other', antigens: [] },
    ],
    conflicts: [],
    observations: ['ill', 'immune', 'at-risk', 'allergic'].map((code) => ({ code, title: code })),
    antigens,
    ...rule,
  };
}

export function oneSeries(...doses: TargetDoseRule[]): ScheduleBook {
  return aBook([anAntigen([aSeries(doses)])]);
}

export interface Somebody extends Omit<Partial<PersonHistory>, 'doses' | 'bornOn' | 'observations'> {
  readonly born: string;
  /** `'2024-03-01'` of alpha, or `'2024-03-01 beta'`. */
  readonly doses?: readonly string[];
  readonly observed?: readonly string[];
}

/** Evaluates the first group of a book. */
export function evaluate(
  book: ScheduleBook,
  { born, doses = [], observed = [], ...more }: Somebody,
  at: string,
): GroupEvaluation {
  const compiled = compileBook(book);
  const [group] = compiled.groups.values();
  if (!group) throw new Error('The book has no group.');
  const person: PersonHistory = {
    bornOn: born as PlainDate,
    sex: 'unknown',
    observations: observed.map((text) => {
      const [code = '', on] = text.split(' ');
      return on === undefined ? { code } : { code, on: on as PlainDate };
    }),
    doses: doses.map((text) => {
      const [on, product = 'alpha'] = text.split(' ');
      return { on: on as PlainDate, product };
    }),
    ...more,
  };
  return evaluateGroup(compiled, group, person, at as PlainDate);
}

/** Each dose as one word: `valid`, or why it does not count. */
export function wordsOf({ doses }: GroupEvaluation): string[] {
  return doses.map(({ status, reason }) => reason ?? status);
}

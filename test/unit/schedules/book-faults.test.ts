import { describe, expect, test } from 'vitest';
import { bookFaultSentence } from '../../../domain/schedules/evaluation/faults/book-fault.ts';
import { faultsOfBook } from '../../../domain/schedules/evaluation/faults/book-faults.ts';
import type {
  ScheduleBook,
  SeriesRule,
  TargetDoseRule,
} from '../../../domain/schedules/evaluation/schedule-book.ts';
import { readSchedules } from '../../../main/schedules/read-schedule-file.ts';
import { day } from '../../support/events.ts';
import { aBook, aDose, afterPrevious, anAntigen, aSeries, fromAge } from '../../support/schedule-book.ts';

const start = { from: 'previous-dose' } as const;

function withSecond(rule: Partial<TargetDoseRule>, series: Partial<SeriesRule> = {}): ScheduleBook {
  return aBook([anAntigen([aSeries([aDose(), aDose(rule)], series)])]);
}

test('schedules without a fault have none', () => {
  const good = withSecond({
    ages: [fromAge('1 year', { maximum: '2 years' })],
    intervals: [afterPrevious('4 weeks')],
  });
  expect(faultsOfBook(good)).toEqual([]);
});

const changed = { start, minimum: '4 weeks', inForceTo: day('2025-01-01') };

describe.each<[string, ScheduleBook, string, string]>([
  [
    'a product that there is not',
    withSecond({ preferable: [{ product: 'delta' }] }),
    'unknown-product',
    'preferable.0.product',
  ],
  [
    'an inadvertent product that there is not',
    withSecond({ inadvertent: ['delta'] }),
    'unknown-product',
    'inadvertent.0',
  ],
  [
    'an interval from a later dose',
    withSecond({ intervals: [{ start: { from: 'target-dose', dose: 2 } }] }),
    'unknown-dose',
    'intervals.0.start',
  ],
  [
    'a minimum age below the absolute one',
    withSecond({ ages: [{ absoluteMinimum: '1 year', minimum: '6 months' }] }),
    'order-contradictory',
    'ages.0.minimum',
  ],
  [
    'a maximum age below the minimum',
    withSecond({ ages: [{ minimum: '2 years', maximum: '1 year' }] }),
    'order-contradictory',
    'ages.0.maximum',
  ],
  [
    'a recommended interval below the minimum',
    withSecond({ intervals: [afterPrevious('4 weeks', { recommendedFrom: '3 weeks' })] }),
    'order-contradictory',
    'intervals.0.recommendedFrom',
  ],
  [
    'two ages in force at once',
    withSecond({ ages: [fromAge('1 year'), fromAge('2 years')] }),
    'rules-overlap',
    'ages.1',
  ],
  [
    'two intervals in force on the day of a change',
    withSecond({ intervals: [changed, { start, minimum: '8 weeks', inForceFrom: day('2025-01-01') }] }),
    'rules-overlap',
    'intervals.1',
  ],
  [
    'a product wanted twice at one age',
    withSecond({ preferable: [{ product: 'alpha' }, { product: 'alpha', fromAge: '1 year' }] }),
    'rules-overlap',
    'preferable.1',
  ],
  [
    'a product both wanted and inadvertent',
    withSecond({ inadvertent: ['alpha'] }),
    'both-wanted-and-inadvertent',
    'inadvertent.0',
  ],
  [
    'a product for nobody',
    withSecond({ allowable: [{ product: 'beta', fromAge: '2 years', toAge: '1 year' }] }),
    'age-range-empty',
    'allowable.0',
  ],
  [
    'a rule in force on no day',
    withSecond({
      intervals: [{ start, minimum: '1 day', inForceFrom: day('2025-01-02'), inForceTo: day('2025-01-01') }],
    }),
    'in-force-empty',
    'intervals.0',
  ],
])('given %s', (_, book, problem, place) => {
  test(`then it is refused as ${problem}`, () => {
    const found = faultsOfBook(book).map((fault) => [fault.problem, fault.path.join('.')]);
    expect(found).toEqual([[problem, `antigens.0.series.0.doses.1.${place}`]]);
  });
});

test.each<[string, ScheduleBook, string]>([
  [
    'two default series in one group',
    aBook([anAntigen([aSeries([aDose()]), aSeries([aDose()], { name: 'more' })])]),
    'two-default-series',
  ],
  [
    'two series of one name',
    aBook([anAntigen([aSeries([aDose()]), aSeries([aDose()], { isDefault: false })])]),
    'named-twice',
  ],
  [
    'a series group equivalent to itself',
    withSecond({}, { equivalentGroups: ['1'] }),
    'group-equivalent-to-itself',
  ],
  [
    'an indication that there is not',
    withSecond({}, { indications: [{ observation: 'delta' }] }),
    'unknown-observation',
  ],
  [
    'a start at no age',
    withSecond({}, { minimumAgeToStart: '2 years', maximumAgeToStart: '1 year' }),
    'age-range-empty',
  ],
  [
    'a group of an antigen that there is not',
    aBook([anAntigen([aSeries([aDose()])])], { groups: [{ name: 'group', antigens: ['delta'] }] }),
    'unknown-antigen',
  ],
])('given %s, then it is refused', (_, book, problem) => {
  expect(faultsOfBook(book).map((fault) => fault.problem)).toEqual([problem]);
});

test('default series for women and for men stand side by side', () => {
  const women = aSeries([aDose()], { name: 'women', sexes: ['female'] });
  const men = aSeries([aDose()], { name: 'men', sexes: ['male'] });
  expect(faultsOfBook(aBook([anAntigen([women, men])]))).toEqual([]);
});

test('every fault is a sentence in both languages that names what it is about', () => {
  const [fault] = faultsOfBook(withSecond({ preferable: [{ product: 'delta' }] }));
  expect(fault && bookFaultSentence(fault)).toEqual({
    de: 'Den Impfstoff delta gibt es in diesem Impfschema nicht.',
    en: 'These schedules have no product delta.',
  });
});

describe('given a file with schedules', () => {
  const lines = JSON.stringify(withSecond({}), undefined, 1).split('\n');
  const inadvertentOn = lines.findIndex((line) => line.includes('"inadvertent": []')) + 1;

  test('when it is right, then it is read', () => {
    expect(readSchedules(lines.join('\n'))).toEqual({ ok: true, value: withSecond({}) });
  });

  test.each([
    ['"version": "1",', '"version": 1,', /^line 3: version: /],
    [
      '"isRecurring": false',
      '"isRecurring": false, "isRecuring": true',
      /^line \d+: antigens\.0\.series\.0\.doses\.0: /,
    ],
    [
      '"inadvertent": [],',
      '"inadvertent": ["alpha"],',
      new RegExp(`^line ${inadvertentOn}: The product alpha is both wanted and inadvertent\\.$`),
    ],
    ['"version": "1",', '"version": "1"', /^line \d+: this is no JSON\.$/],
  ])('when %s becomes %s, then it is refused with the line', (right, wrong, sentence) => {
    const read = readSchedules(lines.join('\n').replace(right, wrong));
    expect(read).toEqual({ ok: false, refusal: expect.stringMatching(sentence) });
  });
});

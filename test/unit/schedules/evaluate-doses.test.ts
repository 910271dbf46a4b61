import { describe, expect, test } from 'vitest';
import { day } from '../../support/events.ts';
import {
  aBook,
  aDose,
  afterPrevious,
  anAntigen,
  aSeries,
  evaluate,
  fromAge,
  oneSeries,
  wordsOf,
} from '../../support/schedule-book.ts';

const born = '2024-01-01';
const at = '2026-06-01';

describe('given a first dose from the age of six weeks', () => {
  const book = oneSeries(aDose({ ages: [fromAge('6 weeks', { maximum: '2 years' })] }));
  test.each([
    ['2024-02-12', 'on the day of six weeks', 'valid'],
    ['2024-02-08', 'four days too early', 'valid'],
    ['2024-02-07', 'five days too early', 'too-young'],
    ['2025-12-31', 'on the last day before the second birthday', 'valid'],
    ['2026-01-01', 'on the second birthday', 'too-old'],
  ])('when it is given on %s, %s, then it is %s', (day, _, expected) => {
    expect(wordsOf(evaluate(book, { born, doses: [day] }, at))).toEqual([expected]);
  });
});

describe('given two doses four weeks apart', () => {
  const book = oneSeries(aDose(), aDose({ intervals: [afterPrevious('4 weeks')] }));
  test.each([
    [
      ['2024-03-01', '2024-03-29'],
      ['valid', 'valid'],
    ],
    [
      ['2024-03-01', '2024-03-25'],
      ['valid', 'valid'],
    ],
    [
      ['2024-03-01', '2024-03-24'],
      ['valid', 'too-soon'],
    ],
    [
      ['2024-03-01', '2026-03-01'],
      ['valid', 'valid'],
    ],
    [
      ['2024-03-01', '2024-03-24', '2024-03-31'],
      ['valid', 'too-soon', 'too-soon'],
    ],
    [
      ['2024-03-01', '2024-03-24', '2024-04-21'],
      ['valid', 'too-soon', 'valid'],
    ],
    [
      ['2024-03-01', '2024-03-29', '2024-06-01'],
      ['valid', 'valid', 'series-complete'],
    ],
  ])('when they are given on %j, then they are %j', (doses, expected) => {
    expect(wordsOf(evaluate(book, { born, doses }, at))).toEqual(expected);
  });

  test('when the second comes years too late, then the series is complete and not begun again', () => {
    expect(evaluate(book, { born, doses: ['2024-03-01', '2026-05-01'] }, at).series).toBe('complete');
  });
});

describe('given a third dose four months after the first and four weeks after the second', () => {
  const book = oneSeries(
    aDose(),
    aDose({ intervals: [afterPrevious('4 weeks')] }),
    aDose({
      intervals: [afterPrevious('4 weeks'), { start: { from: 'target-dose', dose: 1 }, minimum: '4 months' }],
    }),
  );
  test.each([
    ['2024-04-30', 'too-soon'],
    ['2024-05-01', 'valid'],
  ])('when it is given on %s, then it is %s', (third, expected) => {
    const doses = ['2024-01-01', '2024-02-01', third];
    expect(wordsOf(evaluate(book, { born, doses }, at))[2]).toBe(expected);
  });
});

test('given an interval that is enough by way of exception, when the usual one is missed, then the dose counts', () => {
  const strict = aDose({ intervals: [afterPrevious('6 months')] });
  const lenient = aDose({
    intervals: [afterPrevious('6 months')],
    allowableIntervals: [{ start: { from: 'previous-dose' }, absoluteMinimum: '4 weeks' }],
  });
  const doses = ['2024-03-01', '2024-04-01'];
  expect(wordsOf(evaluate(oneSeries(aDose(), strict), { born, doses }, at))[1]).toBe('too-soon');
  expect(wordsOf(evaluate(oneSeries(aDose(), lenient), { born, doses }, at))[1]).toBe('valid');
});

test('given a rule that changed, when a dose was given before the change, then the old rule evaluates it', () => {
  const start = { from: 'previous-dose' } as const;
  const changed = aDose({
    intervals: [
      { start, minimum: '4 weeks', inForceTo: day('2024-12-31') },
      { start, minimum: '8 weeks', inForceFrom: day('2025-01-01') },
    ],
  });
  const book = oneSeries(aDose(), changed);
  expect(wordsOf(evaluate(book, { born, doses: ['2024-11-01', '2024-12-01'] }, at))[1]).toBe('valid');
  expect(wordsOf(evaluate(book, { born, doses: ['2024-12-05', '2025-01-05'] }, at))[1]).toBe('too-soon');
});

describe('given a dose for which alpha is best, beta allowed from one year on, and other inadvertent', () => {
  const first = aDose({ allowable: [{ product: 'beta', fromAge: '1 year' }], inadvertent: ['other'] });
  const book = aBook(
    [anAntigen([aSeries([first, aDose({ intervals: [afterPrevious('4 weeks')], inadvertent: ['other'] })])])],
    {
      products: [
        { code: 'alpha', name: 'Alpha', antigens: [{ antigen: 'alpha' }] },
        { code: 'beta', name: 'Beta', antigens: [{ antigen: 'alpha' }] },
        { code: 'other', name: 'Other', antigens: [{ antigen: 'alpha' }] },
      ],
    },
  );
  test.each([
    ['2024-03-01 alpha', 'valid'],
    ['2025-01-01 beta', 'valid'],
    ['2024-12-31 beta', 'other-product'],
    ['2024-03-01 other', 'inadvertent'],
  ])('when %s is given, then it is %s', (dose, expected) => {
    expect(wordsOf(evaluate(book, { born, doses: [dose] }, at))).toEqual([expected]);
  });

  test('when an inadvertent dose came before, then no interval is counted from it', () => {
    const doses = ['2024-03-01', '2024-04-20 other', '2024-04-22'];
    expect(wordsOf(evaluate(book, { born, doses }, at))).toEqual(['valid', 'inadvertent', 'valid']);
  });
});

describe('given two live vaccines that must be 28 days apart, or 24 after a valid dose', () => {
  const conflict = { from: '1 day', untilAfterValid: '24 days', until: '28 days' };
  const alpha = anAntigen([aSeries([aDose({ ages: [fromAge('1 year')] })])]);
  const beta = anAntigen(
    [aSeries([aDose({ ages: [fromAge('1 year')], preferable: [{ product: 'beta' }] })])],
    {
      antigen: 'beta',
    },
  );
  const book = aBook([beta, alpha], {
    groups: [{ name: 'beta', antigens: ['beta'] }],
    products: [
      { code: 'alpha', name: 'Alpha', antigens: [{ antigen: 'alpha' }] },
      { code: 'beta', name: 'Beta', antigens: [{ antigen: 'beta' }] },
    ],
    conflicts: [{ earlier: 'alpha', later: 'beta', ...conflict }],
  });
  test.each([
    ['on the same day', 'valid', '2025-02-01 alpha', '2025-02-01 beta'],
    ['23 days after a valid dose', 'conflict', '2025-02-01 alpha', '2025-02-24 beta'],
    ['24 days after a valid dose', 'valid', '2025-02-01 alpha', '2025-02-25 beta'],
    ['27 days after a dose that was too early', 'conflict', '2024-12-20 alpha', '2025-01-16 beta'],
    ['28 days after a dose that was too early', 'valid', '2024-12-20 alpha', '2025-01-17 beta'],
  ])('when the second is given %s, then it is %s', (_, expected, first, second) => {
    expect(wordsOf(evaluate(book, { born, doses: [first, second] }, at))[1]).toBe(expected);
  });

  test('when only the first was given, then the second is proposed after the conflict', () => {
    expect(evaluate(book, { born, doses: ['2025-02-01 alpha'] }, '2025-02-02').next?.earliest).toBe(
      '2025-02-25',
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { SkipRule } from '../../../domain/schedules/evaluation/schedule-book.ts';
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
const any = [{ product: 'alpha' }, { product: 'beta' }];
const beta = [{ product: 'beta' }];

describe('given a series of beta alone and one of any product, of the same length', () => {
  const later = (recommendedFrom: string) => ({ intervals: [afterPrevious('8 weeks', { recommendedFrom })] });
  const ofAny = aSeries([aDose({ preferable: any }), aDose({ preferable: any, ...later('12 weeks') })]);
  const ofBeta = aSeries([aDose({ preferable: beta }), aDose({ preferable: beta, ...later('9 weeks') })], {
    name: 'beta alone',
    isDefault: false,
    isOfOneProduct: true,
    preference: 2,
  });
  const book = aBook([anAntigen([ofAny, ofBeta])]);
  test.each([
    ['2024-03-01 beta', '2024-05-03'],
    ['2024-03-01 alpha', '2024-05-24'],
  ])('when it was begun with %s, then the next dose is recommended for %s', (first, recommended) => {
    expect(evaluate(book, { born, doses: [first] }, '2024-03-01').next?.recommended).toBe(recommended);
  });
});

describe('given a series for people from fifty on', () => {
  const dose = aDose({ ages: [fromAge('18 years')] });
  const book = aBook([anAntigen([aSeries([dose], { minimumAgeToStart: '50 years' })])]);
  test.each([
    ['a man of thirty', '1996-01-01', [], 'not-recommended'],
    ['a man of fifty', '1976-01-01', [], 'not-complete'],
    ['a man of thirty who had the dose', '1996-01-01', ['2025-01-01'], 'complete'],
  ])('when %s born %s with %j is asked about, then the series is %s', (_, birth, doses, expected) => {
    expect(evaluate(book, { born: birth, doses }, '2026-01-01').series).toBe(expected);
  });
});

describe('given a series for children and one from fifty on', () => {
  const child = aSeries([aDose({ ages: [fromAge('1 year', { maximum: '5 years' })], preferable: any })]);
  const older = aSeries(
    [
      aDose({ ages: [fromAge('50 years')] }),
      aDose({ intervals: [afterPrevious('1 year')], preferable: beta }),
    ],
    { name: 'from fifty on', seriesGroup: '2', minimumAgeToStart: '50 years' },
  );
  const book = aBook([anAntigen([child, older])]);
  const given = (...doses: string[]) => evaluate(book, { born: '1970-01-01', doses }, '2026-01-01');

  test('when somebody older has a dose of the wrong product, then the series that is due tells why', () => {
    const { doses, series } = given('2024-01-01 beta');
    expect(doses).toEqual([{ status: 'not-valid', reason: 'other-product' }]);
    expect(series).toBe('not-complete');
  });

  test('when a further dose follows the series that is done, then it is superfluous, and not too late', () => {
    const { doses, series } = given('2021-01-01 alpha', '2023-01-01 beta', '2025-01-01 beta');
    expect(doses.at(-1)).toEqual({ status: 'extraneous', reason: 'series-complete' });
    expect(series).toBe('complete');
  });

  test('when somebody in between is asked about, then what is left is that they are too old for the first', () => {
    expect(evaluate(book, { born: '1990-01-01' }, '2026-01-01').series).toBe('aged-out');
  });
});

test('given a dose that nobody needs after two others, when it is the second, then it counts', () => {
  const notAfterTwo: SkipRule = {
    when: 'both',
    join: 'any',
    sets: [{ join: 'all', conditions: [{ kind: 'dose-count', counts: 'total', compare: 'more', count: 1 }] }],
  };
  const book = oneSeries(aDose(), aDose({ skips: [notAfterTwo] }));
  const evaluated = evaluate(book, { born, doses: ['2024-03-01', '2024-05-01'] }, '2024-05-01');
  expect([...wordsOf(evaluated), evaluated.series]).toEqual(['valid', 'valid', 'complete']);
});

test('given two products on one day, when they are told in either order, then each is evaluated the same', () => {
  const book = oneSeries(aDose(), aDose({ preferable: beta }));
  const doses = ['2024-03-01 alpha', '2024-03-01 beta'];
  const one = evaluate(book, { born, doses }, '2024-03-01');
  const other = evaluate(book, { born, doses: doses.toReversed() }, '2024-03-01');
  expect(wordsOf(other).toReversed()).toEqual(wordsOf(one));
  expect(other.series).toBe(one.series);
});

import { describe, expect, test } from 'vitest';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import type { ScheduleBook } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { day } from '../../support/events.ts';
import { aBook, aDose, anAntigen, aSeries, evaluate, fromAge, wordsOf } from '../../support/schedule-book.ts';

const between = { from: '1 day', untilAfterValid: '24 days', until: '28 days' };
const recurring = (product: string) =>
  aSeries([aDose({ ages: [fromAge('1 year')], preferable: [{ product }], isRecurring: true })]);

/** Alpha and beta disturb each other; gamma holds beta only for those above fifty. */
const book: ScheduleBook = aBook(
  [anAntigen([recurring('alpha')]), anAntigen([recurring('beta')], { antigen: 'beta' })],
  {
    groups: [{ name: 'alpha', antigens: ['alpha'] }],
    products: [
      { code: 'alpha', name: 'Alpha', antigens: [{ antigen: 'alpha' }] },
      { code: 'beta', name: 'Beta', antigens: [{ antigen: 'beta' }] },
      { code: 'gamma', name: 'Gamma', antigens: [{ antigen: 'beta', fromAge: '50 years' }] },
    ],
    conflicts: ['alpha', 'beta', 'gamma'].flatMap((earlier) =>
      ['alpha', 'beta'].filter((later) => later !== earlier).map((later) => ({ earlier, later, ...between })),
    ),
  },
);

test('given a hundred live doses 25 days apart, then each is evaluated by the one before, and soon', () => {
  const doses = Array.from(
    { length: 100 },
    (_, place) => `${addDays(day('2002-01-01'), place * 25)} ${place % 2 === 0 ? 'alpha' : 'beta'}`,
  );
  expect(new Set(wordsOf(evaluate(book, { born: '2000-01-01', doses }, '2026-01-01')))).toEqual(
    new Set(['valid']),
  );
});

test('given a first dose that was too early, then those after it wait for 28 days', () => {
  const doses = ['2000-12-01 beta', '2000-12-30 alpha', '2001-01-24 beta', '2001-02-18 alpha'];
  const words = wordsOf(evaluate(book, { born: '2000-01-01', doses }, '2026-01-01'));
  expect(words).toEqual(['too-young', 'valid', 'valid', 'valid']);
  const sooner = ['2000-12-10 beta', '2001-01-04 alpha', '2001-01-29 beta', '2001-02-23 alpha'];
  expect(wordsOf(evaluate(book, { born: '2000-01-01', doses: sooner }, '2026-01-01'))).toEqual([
    'too-young',
    'conflict',
    'conflict',
    'conflict',
  ]);
});

describe('given a live product that is evaluated for nobody below fifty, and does not count for the older', () => {
  test.each([
    ['2000-01-01', '2020-01-24', 'conflict'],
    ['2000-01-01', '2020-01-25', 'valid'],
    ['1960-01-01', '2020-01-28', 'conflict'],
    ['1960-01-01', '2020-01-29', 'valid'],
  ])('when somebody born on %s has the next one on %s, then it is %s', (born, on, word) => {
    const doses = ['2020-01-01 gamma', `${on} alpha`];
    expect(wordsOf(evaluate(book, { born, doses }, '2026-01-01'))[1]).toBe(word);
  });
});

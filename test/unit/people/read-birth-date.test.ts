import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { birthDatesIn, doubtOfBirthDate, findBirthDate } from '../../../domain/people/read-birth-date.ts';

const today = '2026-11-25' as PlainDate;

describe('a birth date is read in every usual form', () => {
  test.each([
    ['12.8.64', '1964-08-12'],
    ['12.08.1964', '1964-08-12'],
    ['12. 8. 1964', '1964-08-12'],
    ['12081964', '1964-08-12'],
    ['19640812', '1964-08-12'],
    ['120864', '1964-08-12'],
    ['1964-08-12', '1964-08-12'],
    ['12/08/1964', '1964-08-12'],
    ['12-8-1964', '1964-08-12'],
    ['12. August 1964', '1964-08-12'],
    ['12 Aug 64', '1964-08-12'],
    ['August 12, 1964', '1964-08-12'],
    ['3. März 1951', '1951-03-03'],
    ['08.1964', '1964-08'],
    ['8/1964', '1964-08'],
    ['1964-08', '1964-08'],
    ['August 1964', '1964-08'],
    ['1964', '1964'],
    ['24.12.26', '1926-12-24'],
    ['12.8.27', '1927-08-12'],
    ['24.12.2026', '2026-12-24'],
  ])('%s is %s', (typed, date) => {
    expect(birthDatesIn(typed, today)).toEqual([date]);
  });

  test.each([
    ['12.8.20', '2020-08-12', '1920-08-12'],
    ['23.11.26', '2026-11-23', '1926-11-23'],
    ['120826', '2026-08-12', '1926-08-12'],
    ['12. August 00', '2000-08-12', '1900-08-12'],
  ])('%s may be %s or %s', (typed, ...dates) => {
    expect(birthDatesIn(typed, today)).toEqual(dates);
  });

  test('a year of two digits may be of either century, and both are looked for', () => {
    expect(findBirthDate('1.2.20', 2026)?.dates).toEqual(['2020-02-01', '1920-02-01']);
  });
});

test.each(['31.2.1964', '12.13.1964', '12.8.1764', '12.8.2027', 'Müller', '', '12.8.1964 x', '99'])(
  '%s is no birth date',
  (typed) => {
    expect(birthDatesIn(typed, today)).toEqual([]);
  },
);

test('the name around a date is left', () => {
  expect(findBirthDate('Müller, 12.8.64 Anna', 2026)?.rest).toBe('Müller,   Anna');
});

test.each([
  ['31.02.1990', 'no-such-day'],
  ['Müller 31.2.90', 'no-such-day'],
  ['29. Februar 2023', 'no-such-day'],
  ['12.13.1964', 'no-such-day'],
  ['12.8.2027', 'future'],
  ['24.12.2026', 'future'],
  ['24.12.26', undefined],
  ['12.8.1964', undefined],
  ['August 12, 1964', undefined],
  ['08.1964', undefined],
  ['99123456', undefined],
  ['Müller', undefined],
] as const)('%s is told as %s', (typed, doubt) => {
  expect(doubtOfBirthDate(typed, '2026-11-25' as PlainDate)).toBe(doubt);
});

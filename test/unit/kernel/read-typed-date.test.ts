import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate } from '../../../domain/kernel/format-date.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { readTypedDate, readTypedExpiry } from '../../../domain/kernel/read-typed-date.ts';

const today = '2026-11-23' as PlainDate;

const dateOf = (typed: string) => {
  const read = readTypedDate(typed, today);
  return read.kind === 'date' ? read.date : read.kind;
};

test('a day is read however people type it, the day before the month', () => {
  const ways = ['5.3.1961', '05.03.1961', '050361', '05031961', '5.3.61', '5/3/1961', '05/03/61', '5-3-1961'];
  const more = ['1961-03-05', '19610305', '5. März 1961', '5 March 1961', '5 mar 61', ' 5. 3. 1961 '];
  for (const typed of [...ways, ...more]) expect([typed, dateOf(typed)]).toEqual([typed, '1961-03-05']);
});

test('eight digits are read day first, and year first where no day could be meant', () => {
  expect(dateOf('20121996')).toBe('1996-12-20');
  expect(dateOf('20270305')).toBe('2027-03-05');
});

test('without a year it is the nearest such day, with two digits the year that is near', () => {
  expect([dateOf('5.12.'), dateOf('5.1.'), dateOf('24.12'), dateOf('31.12.27'), dateOf('311247')]).toEqual([
    '2026-12-05',
    '2027-01-05',
    '2026-12-24',
    '2027-12-31',
    '1947-12-31',
  ]);
});

test('today, tomorrow and a number of days are days, too', () => {
  expect(['heute', 'Morgen', 'yesterday', '+14', '-1'].map(dateOf)).toEqual([
    '2026-11-23',
    '2026-11-24',
    '2026-11-22',
    '2026-12-07',
    '2026-11-22',
  ]);
});

test('a day that no calendar has is told from what is no date at all', () => {
  expect(['31.2.2026', '29.02.2027', '32.1.2026', '5.13.2026', '310226'].map(dateOf)).toEqual(
    Array(5).fill('no-such-day'),
  );
  expect(['bald', '5', '12345', '5.3.196', '5.3.19611', 'constructor', '+99999'].map(dateOf)).toEqual(
    Array(7).fill('unreadable'),
  );
  expect(['', '  '].map(dateOf)).toEqual(['empty', 'empty']);
});

test('only a day with its whole year counts while it is still typed', () => {
  const isWhole = (typed: string) => {
    const read = readTypedDate(typed, today);
    return read.kind === 'date' && read.isWhole;
  };
  expect(['5.3.1961', '1961-03-05', '5.3.19', '050319', '5.3.', 'heute'].map(isWhole)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('whatever a screen writes is read as the same day', () => {
  const days = fc.integer({ min: -30_000, max: 30_000 }).map((ahead) => addDays(today, ahead));
  fc.assert(
    fc.property(days, (day) => {
      const digits = day.split('-').reverse();
      const written = [formatDate(day, 'de'), formatDate(day, 'en'), digits.join('/'), digits.join('')];
      for (const each of written) expect(dateOf(each)).toBe(day);
    }),
  );
});

test('no text makes it fail, or mean a day that does not exist', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.-/+ mai') }), (typed) => {
      const read = readTypedDate(typed, today);
      if (read.kind === 'date') expect(read.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }),
  );
});

test('of an expiry a month alone means its last day, and two digits that may be a month are one', () => {
  const expiry = (typed: string) => {
    const read = readTypedExpiry(typed, today);
    return read.kind === 'date' ? read.date : read.kind;
  };
  const ways = [
    '03/2027',
    '3.2027',
    '03-2027',
    '03/27',
    '3.27',
    'März 2027',
    'mar 2027',
    '31.3.27',
    '310327',
  ];
  for (const typed of ways) expect([typed, expiry(typed)]).toEqual([typed, '2027-03-31']);
  expect(['02/2028', '12/2026', '3.12.', '3.12', '31.12.2026', 'morgen'].map(expiry)).toEqual([
    '2028-02-29',
    '2026-12-31',
    '2026-12-03',
    '2026-12-03',
    '2026-12-31',
    '2026-11-24',
  ]);
  expect(['13/2027', '00/27', '29.2.2027'].map(expiry)).toEqual(Array(3).fill('no-such-day'));
  expect(['', 'bald', '2027', 'Mond 2027'].map(expiry)).toEqual(['empty', ...Array(3).fill('unreadable')]);
});

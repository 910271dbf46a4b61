import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDayNumber, dayNumber, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { addSpan, civilOf, dayOf, parseSpan } from '../../../domain/schedules/evaluation/span.ts';

function add(day: string, span: string): string {
  const parsed = parseSpan(span);
  if (!parsed) throw new Error(`'${span}' is none`);
  return dateOfDayNumber(addSpan(dayNumber(day as PlainDate), parsed));
}

test.each([
  ['2000-01-01', '3 years', '2003-01-01'],
  ['2000-01-01', '6 months', '2000-07-01'],
  ['2000-11-01', '6 months', '2001-05-01'],
  ['2000-01-01', '3 days', '2000-01-04'],
  ['2000-01-01', '3 weeks', '2000-01-22'],
  ['2000-01-15', '1 day', '2000-01-16'],
  ['2000-01-31', '6 months - 4 days', '2000-07-27'],
  ['2025-11-10', '12 months + 4 weeks', '2026-12-08'],
])('%s and %s is %s', (day, span, expected) => {
  expect(add(day, span)).toBe(expected);
});

describe('a day that a month does not have is the first of the next month', () => {
  test.each([
    ['2000-03-31', '6 months', '2000-10-01'],
    ['2000-08-31', '6 months', '2001-03-01'],
    ['2024-02-29', '1 year', '2025-03-01'],
    ['2023-12-31', '2 months', '2024-03-01'],
  ])('%s and %s is %s', (day, span, expected) => {
    expect(add(day, span)).toBe(expected);
  });
});

test.each([
  '',
  'soon',
  '4',
  '4 weeks-4 days',
  '4 fortnights',
  '-4 days',
  '4 weeks - ',
  '1.5 years',
  '4 weeks 3 days',
])("'%s' is no span", (text) => expect(parseSpan(text)).toBeUndefined());

test('every day has one place in the calendar, and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000, max: 80_000 }), (day) => {
      const { year, month, dayOfMonth } = civilOf(day);
      const text = [String(year).padStart(4, '0'), month, dayOfMonth].map((part) =>
        String(part).padStart(2, '0'),
      );
      expect(text.join('-')).toBe(dateOfDayNumber(day));
      expect(dayOf(year, month, dayOfMonth)).toBe(day);
    }),
  );
});

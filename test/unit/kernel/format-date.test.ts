import { describe, expect, it } from 'vitest';
import { formatShortDate } from '../../../domain/kernel/format-date.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';

describe('a date where there is little room', () => {
  it('in English names the month with three letters, every one by others', () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      formatShortDate(`1964-${String(index + 1).padStart(2, '0')}-09` as PlainDate, 'en'),
    );
    expect(months[8]).toBe('9 Sep 1964');
    expect(new Set(months).size).toBe(12);
    for (const each of months) expect(each).toMatch(/^9 [A-Z][a-z]{2} 1964$/);
  });

  it('in German stays as it is', () => {
    expect(formatShortDate('1964-09-30' as PlainDate, 'de')).toBe('30.09.1964');
  });

  it('of which the day or the month is unknown names what is known', () => {
    expect(formatShortDate('1964-09' as BirthDate, 'en')).toBe('Sep 1964');
    expect(formatShortDate('1964' as BirthDate, 'en')).toBe('1964');
  });
});

import { addDays, type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import { readTypedDate } from '../kernel/read-typed-date.ts';

export const dayPrecisions = ['day', 'month', 'year'] as const;
export type DayPrecision = (typeof dayPrecisions)[number];

/** The day that stands in a booklet; of a month or a year the latest one that it can have been. */
export interface PaperDay {
  readonly givenOn: PlainDate;
  readonly precision: DayPrecision;
}

/** The first day that it can have been. */
export function firstDayOf({ givenOn, precision }: PaperDay): PlainDate {
  if (precision === 'day') return givenOn;
  const month = precision === 'year' ? '01' : givenOn.slice(5, 7);
  return parsePlainDate(`${givenOn.slice(0, 4)}-${month}-01`) ?? givenOn;
}

/** What somebody typed: a day, a month (`6.2021`) or a year. A month or year that still runs ends today. */
export function readPaperDay(text: string, today: PlainDate): PaperDay | undefined {
  const [, month, year] = /^\s*(?:(\d{1,2})\s*[./-]\s*)?(\d{4})\s*$/.exec(text) ?? [];
  if (year !== undefined) {
    const first = parsePlainDate(`${year}-${(month ?? '01').padStart(2, '0')}-01`);
    if (!first || first > today) return undefined;
    const givenOn = lastDayFrom(first, month === undefined ? 'year' : 'month');
    return { givenOn: givenOn > today ? today : givenOn, precision: month === undefined ? 'year' : 'month' };
  }
  const typed = readTypedDate(text, today);
  return typed.kind === 'date' ? { givenOn: typed.date, precision: 'day' } : undefined;
}

function lastDayFrom(first: PlainDate, precision: 'month' | 'year'): PlainDate {
  const year = Number(first.slice(0, 4));
  const month = Number(first.slice(5, 7));
  if (precision === 'year') return parsePlainDate(`${first.slice(0, 4)}-12-31`) ?? first;
  const next =
    month === 12
      ? `${String(year + 1).padStart(4, '0')}-01-01`
      : `${first.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`;
  const start = parsePlainDate(next);
  return start ? addDays(start, -1) : first;
}

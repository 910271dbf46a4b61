import { monthNames } from '../kernel/month-names.ts';
import { type BirthDate, type PlainDate, parseBirthDate } from '../kernel/plain-date.ts';

/** A birth date found in a text: what it may mean, the likeliest first, how it stands there, and the text around it. */
export interface FoundBirthDate {
  readonly dates: readonly BirthDate[];
  readonly typed: string;
  readonly rest: string;
}

const monthWord = `(${monthNames
  .flat()
  .sort((one, other) => other.length - one.length)
  .join('|')})`;
const earliestYear = 1880;

interface Form {
  readonly pattern: RegExp;
  /** Places of day, month and year among the groups; 0 where the form has none. */
  readonly places: readonly [day: number, month: number, year: number];
}

/** Every usual way to write a birth date, the surest first. The day comes before the month, as papers here have it. */
const forms: readonly Form[] = [
  { pattern: /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, places: [3, 2, 1] },
  { pattern: /(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)/, places: [1, 2, 3] },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\.?\\s*${monthWord}\\.?,?\\s*(\\d{4}|\\d{2})(?!\\d)`, 'i'),
    places: [1, 2, 3],
  },
  {
    pattern: new RegExp(`(?<!\\p{L})${monthWord}\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})(?!\\d)`, 'iu'),
    places: [2, 1, 3],
  },
  { pattern: /(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/, places: [1, 2, 3] },
  { pattern: /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/, places: [3, 2, 1] },
  { pattern: /(?<!\d)(\d{2})(\d{2})(\d{2})(?!\d)/, places: [1, 2, 3] },
  { pattern: /(?<!\d)(\d{1,2})\s?[./-]\s?(\d{4})(?!\d)/, places: [0, 1, 2] },
  { pattern: /(?<!\d)(\d{4})-(\d{2})(?!\d)/, places: [0, 2, 1] },
  { pattern: new RegExp(`(?<!\\p{L})${monthWord}\\.?\\s+(\\d{4})(?!\\d)`, 'iu'), places: [0, 1, 2] },
  { pattern: /(?<!\d)(\d{4})(?!\d)/, places: [0, 0, 1] },
];

/** The birth date that stands somewhere in a text; `referenceYear` tells the century of `64`. */
export function findBirthDate(text: string, referenceYear: number): FoundBirthDate | undefined {
  for (const { pattern, places } of forms) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [day, month, year] = places.map((place) => (place === 0 ? '' : (found[place] ?? '')));
    const dates = yearsOf(year ?? '', referenceYear).flatMap(
      (each) => dateOf(each, month ?? '', day ?? '') ?? [],
    );
    if (dates.length > 0) return { dates, typed: found[0], rest: text.replace(found[0], ' ').trim() };
  }
  return undefined;
}

/**
 * What a field means as a birth date, however it was typed. More than one where the year has two digits and somebody born
 * in either century may live: `12.8.26`; none when anything else is in the field. Nobody is born after today, and a
 * date to come is answered only where it can mean nothing else.
 */
export function birthDatesIn(text: string, today: PlainDate): readonly BirthDate[] {
  const found = findBirthDate(text.trim(), Number(today.slice(0, 4)));
  if (found?.rest !== '') return [];
  const born = found.dates.filter((date) => (date as string) <= today);
  return born.length > 0 ? born : found.dates;
}

/**
 * Why a whole date in a text is no birth date: its day is not in the calendar, or still to come. Digits without
 * anything between them may be a number of another kind and say nothing.
 */
export function doubtOfBirthDate(text: string, today: PlainDate): 'no-such-day' | 'future' | undefined {
  let doubt: 'no-such-day' | undefined;
  for (const { pattern, places } of forms) {
    const found = places[0] === 0 ? undefined : pattern.exec(text);
    if (!found || /^\d+$/.test(found[0])) continue;
    const [day = '', month = '', year = ''] = places.map((place) => found[place]);
    const years = year.length === 2 ? [`20${year}`, `19${year}`] : [year];
    const dates = years.flatMap((each) => dateOf(each, month, day) ?? []);
    if (dates.length > 0) return dates.every((date) => (date as string) > today) ? 'future' : undefined;
    doubt = 'no-such-day';
  }
  return doubt;
}

/** `64` is 1964; `20` is 2020, and may be 1920. Nobody is born later than now. */
function yearsOf(typed: string, referenceYear: number): string[] {
  const years = typed.length === 2 ? [Number(`20${typed}`), Number(`19${typed}`)] : [Number(typed)];
  return years.filter((year) => year >= earliestYear && year <= referenceYear).map(String);
}

function dateOf(year: string, typedMonth: string, day: string): BirthDate | undefined {
  const named = monthNames.findIndex((names) => names.includes(typedMonth.toLowerCase())) + 1;
  const month = named > 0 ? String(named) : typedMonth;
  const parts = [year, month, day].filter((part) => part !== '');
  return parseBirthDate(parts.map((part) => part.padStart(2, '0')).join('-'));
}

import { monthNames } from '../kernel/month-names.ts';
import { type BirthDate, type PlainDate, parseBirthDate, parsePlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { DateOrder } from './import-fields.ts';

export type DateRefusal = 'date-unreadable' | 'date-is-number' | 'century-unclear';

/** Nobody is older; who would be that old with 19 in front and a small child with 20 is asked for, not guessed. */
const OLDEST_YEARS = 110;
const CLEAR_FROM_YEARS = 97;

/** A birth date in any usual form: a day, a month with a year, or a year alone. */
export function readBirthDate(
  text: string,
  order: DateOrder,
  today: PlainDate,
): Result<BirthDate, DateRefusal> {
  const cell = plainDay(text);
  const asIso = parseBirthDate(cell);
  if (asIso) return accept(asIso);
  const unknown = /^(?:[x?*_.-]{2}|00)[./-](?:([x?*_.-]{2}|00)|(\d{1,2}))[./-](\d{4})$/i.exec(cell);
  if (unknown) return birthDateOf(unknown[3], unknown[2], undefined, today);
  const ofYear = /^(?:Jg\.?|Jahrgang|Jahr)\s*(\d{4})$/i.exec(cell)?.[1] ?? /^(\d{4})0000$/.exec(cell)?.[1];
  if (ofYear) return birthDateOf(ofYear, undefined, undefined, today);
  const ofMonth = /^(\p{L}{3,10})\.?\s*(\d{4})$/u.exec(cell.toLowerCase());
  const month = ofMonth ? monthOf(ofMonth[1]) : 0;
  if (month > 0) return birthDateOf(ofMonth?.[2], String(month), undefined, today);
  if (isDayNumber(cell)) return refuse('date-is-number');
  const compact = compactDate(cell);
  if (compact) return birthDateOf(compact.year, compact.month, compact.day, today);
  const monthly = /^(\d{1,2})[./-](\d{4})$/.exec(cell);
  if (monthly) return birthDateOf(monthly[2], monthly[1], undefined, today);
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(cell);
  if (yearFirst) return birthDateOf(yearFirst[1], yearFirst[2], yearFirst[3], today);
  const parts = dayMonthYear(cell, order);
  return parts ? birthDateOf(parts.year, parts.month, parts.day, today) : refuse('date-unreadable');
}

/** A birth date from separate columns; a missing day or month leaves what is known. 00 stands for unknown. */
export function birthDateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: PlainDate,
): Result<BirthDate, DateRefusal> {
  if (year === undefined || !/^(\d{2}|\d{4})$/.test(year)) return refuse('date-unreadable');
  const full = year.length === 4 ? year : centuryOfBirth(Number(year), Number(today.slice(0, 4)));
  if (full === undefined) return refuse('century-unclear');
  const parts = [full];
  for (const part of [month, day]) {
    if (part === undefined || /^0{0,2}$/.test(part)) break;
    if (!/^\d{1,2}$/.test(part)) return refuse('date-unreadable');
    parts.push(part.padStart(2, '0'));
  }
  const date = parseBirthDate(parts.join('-'));
  return date ? accept(date) : refuse('date-unreadable');
}

/** The day of an appointment: two digits of a year are of this century. */
export function readDay(text: string, order: DateOrder): PlainDate | undefined {
  const cell = plainDay(text);
  const iso = parsePlainDate(cell);
  if (iso) return iso;
  const compact = compactDate(cell);
  if (compact) return dayOf(compact.year, compact.month, compact.day);
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(cell);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const parts = dayMonthYear(cell, order);
  return parts && dayOf(parts.year.length === 2 ? `20${parts.year}` : parts.year, parts.month, parts.day);
}

/**
 * A day as spreadsheets count them, 31118 for the 12th of March 1985. It is read as no day: those that count from 1904
 * are four years and a day apart from the others, and nothing in a list says which it is.
 */
export function isDayNumber(text: string): boolean {
  return /^[1-9]\d{4}(?:[.,]\d+)?$/.test(text.trim());
}

/** Without a clock that says midnight, the weekday in front and what else people write around a day. */
function plainDay(text: string): string {
  if (/^\d[\d./-]*\d$/.test(text)) return text;
  return text
    .trim()
    .replace(/(?:T|,? )(?:0?0:00(?::00(?:\.0+)?)?Z?|12:00(?::00)? ?AM)$/i, '')
    .replace(/^(?:\*|geb\.?(?: am)?|geboren(?: am)?)\s*(?=\d)/i, '')
    .replace(weekday, '')
    .replace(/ \(\d{1,3}(?: J\.?| Jahre?)?\)$/, '')
    .replace(/(\d{4})\.$/, '$1');
}

/**
 * `Di., ` and `Dienstag, den ` before a day. No other word: one that says cancelled, died or about changes what the day
 * means.
 */
const weekday = new RegExp(
  `^(?:am\\s+)?(?:${[
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so',
    'monday tuesday wednesday thursday friday saturday sunday mon tues? wed thu(?:rs?)? fri sat sun',
  ]
    .join(' ')
    .replaceAll(' ', '|')})(?:[.,]{1,2}\\s*|\\s+)(?:(?:den|dem|the)\\s+)?(?=\\d|\\p{L}{3,9}\\.?\\s)`,
  'iu',
);

/** Eight digits: the year comes first, or last where no year is in front. `20121996` has no month 19. */
function compactDate(cell: string) {
  const yearFirst = /^(\d{4})(0[1-9]|1[0-2])(\d{2})$/.exec(cell);
  const isYear = /^(?:1[89]|20)/.test(cell);
  if (yearFirst && isYear) return { year: yearFirst[1], month: yearFirst[2], day: yearFirst[3] };
  const dayFirst = /^(\d{2})(\d{2})((?:1[89]|20)\d{2})$/.exec(cell);
  return dayFirst ? { year: dayFirst[3], month: dayFirst[2], day: dayFirst[1] } : undefined;
}

function dayMonthYear(cell: string, order: DateOrder) {
  const parts = /^(\d{1,2})\s*([.,/-])\s*(\d{1,2})\s*[.,/-]\s*(\d{2}|\d{4})$/.exec(cell);
  if (!parts) return namedMonth(cell);
  const [, first = '', sign, second = '', year = ''] = parts;
  // With full stops no country writes the month first; a comma is one that slipped.
  return order === 'month-first' && sign !== '.' && sign !== ','
    ? { day: second, month: first, year }
    : { day: first, month: second, year };
}

/** How months are written between full stops in the east of Europe. */
const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** As people from France, Turkey and Poland bring them along; none of them is another month in another language here. */
const monthsElsewhere: readonly (readonly string[])[] = [
  'janvier janv ocak stycznia styczeń',
  'février fevrier févr şubat lutego luty',
  'mars mart marca marzec',
  'avril avr nisan kwietnia kwiecień',
  'mayıs maja maj',
  'juin haziran czerwca czerwiec',
  'juillet juil temmuz lipca lipiec',
  'août aout ağustos sierpnia sierpień',
  'septembre eylül września wrzesień',
  'octobre ekim października październik',
  'novembre kasım listopada listopad',
  'décembre decembre déc aralık grudnia grudzień',
].map((names) => names.split(' '));

/** `12. März 1985`, `12-Mar-85`, `March 12, 1985`, `12.III.1985`: a month by its name is in no doubt. */
function namedMonth(cell: string) {
  const text = cell.toLowerCase();
  const dayFirst = /^(\d{1,2})[.\s-]*(\p{L}{1,12})[.,\s-]*(\d{4}|\d{2})$/u.exec(text);
  const monthFirst = /^(\p{L}{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text);
  const [, day = '', name = '', year = ''] =
    dayFirst ?? (monthFirst ? [monthFirst[0], monthFirst[2], monthFirst[1], monthFirst[3]] : []);
  const month = monthOf(name);
  return month === 0 ? undefined : { day, month: String(month), year };
}

/** From 1 on; 0 for what is no month. */
function monthOf(name = ''): number {
  const at = monthNames.findIndex((names) => names.includes(name));
  return (
    (at < 0
      ? Math.max(
          romanMonths.indexOf(name),
          monthsElsewhere.findIndex((all) => all.includes(name)),
        )
      : at) + 1
  );
}

function dayOf(year = '', month = '', day = ''): PlainDate | undefined {
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function centuryOfBirth(twoDigits: number, thisYear: number): string | undefined {
  const candidates = [1800, 1900, 2000]
    .map((century) => century + twoDigits)
    .filter((year) => year <= thisYear && thisYear - year <= OLDEST_YEARS);
  const [older, younger] = candidates;
  if (younger === undefined) return older === undefined ? undefined : String(older);
  return older !== undefined && thisYear - older >= CLEAR_FROM_YEARS ? undefined : String(younger);
}

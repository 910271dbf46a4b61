import { instantOf, plainDateAt } from '../kernel/instant.ts';
import { readClock } from '../kernel/read-clock.ts';
import type { DateOrder, FieldValues, ImportField } from './import-fields.ts';
import type { ImportedAppointment } from './imported-person.ts';
import { isDayNumber, readDay } from './read-date.ts';
import type { RowContext } from './row-context.ts';
import { type RowFault, rowFault } from './row-fault.ts';
import { timeOfCentre } from './time-of-centre.ts';

/** Day and time of an appointment, from one column or two. A time with an offset is converted to the centre's. */
export function readMoment(
  row: FieldValues,
  [at, date, time]: readonly [ImportField, ImportField, ImportField],
  order: DateOrder,
  { zone }: RowContext,
  tell: (fault: RowFault) => undefined,
): Pick<ImportedAppointment, 'startsAt' | 'day'> | undefined {
  const both = plainMoment(row.get(at));
  const split = both === undefined ? undefined : splitMoment(both, order);
  // Beside a column for the day, `Beginn` has the time alone.
  const hasClockAlone = both !== undefined && row.has(date) && readClock(plainClock(both)) !== undefined;
  const dayText = row.get(date) ?? (split ? split[1] : both);
  const written = beginningOf(row.get(time) ?? split?.[2] ?? (hasClockAlone ? both : undefined));
  const offset = written === undefined ? undefined : offsetAtEnd.exec(written)?.[0];
  const clockText = offset === undefined ? written : written?.slice(0, -offset.length);
  if (dayText === undefined)
    return clockText === undefined ? undefined : tell(rowFault('date-missing', time, clockText));
  const dayField = row.has(date) ? date : at;
  const day = readDay(dayText, order);
  if (!day)
    return tell(rowFault(isDayNumber(dayText) ? 'date-is-number' : 'date-unreadable', dayField, dayText));
  if (clockText === undefined) return tell(rowFault('time-missing', dayField, dayText));
  const clock = readClock(clockText);
  if (clock === undefined) return tell(rowFault('time-unreadable', row.has(time) ? time : at, clockText));
  if (offset === undefined) {
    const startsAt = timeOfCentre(day, clock, zone);
    if (startsAt === undefined) return tell(rowFault('time-skipped', row.has(time) ? time : at, clockText));
    return { day, startsAt };
  }
  const startsAt = instantOf(Date.parse(`${day}T${clock}:00${isoOffset(offset)}`));
  return { day: plainDateAt(startsAt, zone), startsAt };
}

/** `20261203T093000Z` with its signs, without the name of a zone behind an offset, and `09:30 Uhr, 03.12.2026` turned over. */
function plainMoment(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const text = written
    .trim()
    .replace(/\[[\w/+-]{1,40}\]$/, '')
    .replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(?:00)?(?=Z?$|[+-]\d{2}:?\d{2}$)/, '$1-$2-$3T$4:$5');
  const turned =
    /^(\d{1,2}[:.]\d{2}(?:\s*Uhr)?)(?:,|\s)\s*(?:am\s+)?(\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d{2}-\d{2})$/i;
  // `03.12.2026 | 09:30`, `03.12.2026 (09:30)` and `03.12.2026 09:30h`: signs that say nothing.
  return text
    .replace(turned, '$2 $1')
    .replace(/(?<=\d)\s+[|/]\s+(?=\d{1,2}[:.]\d{2})/, ' ')
    .replace(/(?<=\d)\s{0,9}\((\d{1,2}[:.]\d{2}(?:\s*Uhr)?)\)$/i, ' $1')
    .replace(/(?<=\d[:.]\d{2})\s?h$/i, '');
}

/** `0930` behind a day is a time; in `Dec 3, 2026` there is no day before the four digits, for they are its year. */
function splitMoment(text: string, order: DateOrder): RegExpExecArray | undefined {
  const split = dayAndTime.exec(text) ?? undefined;
  const isYear = /^\d{4}$/.test(split?.[2] ?? '') && readDay(split?.[1] ?? '', order) === undefined;
  return isYear ? undefined : split;
}

const dayAndTime =
  /^(.*?\d)(?:[T,]\s*|\s+)(?:(?:um|ab|at|à|[-–])\s*)?(\d{1,2}[:.h]\d{2}.*|\d{1,2}h|[01]\d[0-5]\d|2[0-3][0-5]\d|\d{1,2}\s*(?:(?:bis|[-–])\s*\d{1,2}\s*)?Uhr(?:\s*\d{2})?)$/i;

/** Where a stretch of time begins: `10:00-10:15`, `10 bis 11 Uhr`, `ab 10:00`. What is earlier than its beginning is an offset. */
function beginningOf(time: string | undefined): string | undefined {
  if (time === undefined) return undefined;
  const text = plainClock(time);
  const stretch =
    /^(\d{1,2}(?:[:.h]\d{2}(?::00)?)?)\s*(?:uhr\s*)?(?:[-–—]|bis|to)\s*(\d{1,2}(?:[:.h]\d{2}(?::00)?)?)\s*(?:uhr)?$/i.exec(
      text,
    );
  const [from, to] = [readClock(stretch?.[1] ?? ''), readClock(stretch?.[2] ?? '')];
  return from !== undefined && to !== undefined && from < to ? from : text;
}

/** Without the day from which spreadsheets count times; `9,30`, `9 Uhr 30` and `9h` are `9:30` and `9:00`. */
function plainClock(time: string): string {
  return time
    .trim()
    .replace(/^(?:(?:um|ab|at|à)\s+|(?:30\.12\.1899|1899-12-30|00\.01\.1900|1900-01-00)[T\s]\s*)/i, '')
    .replace(/^(\d{1,2}),(\d{2})(?=$|\s*Uhr$)/i, '$1:$2')
    .replace(/^(\d{1,2})\s*Uhr\s*(\d{2})$/i, '$1:$2')
    .replace(/^(\d{1,2})h$/i, '$1:00')
    .replace(/^(\d{1,2}:\d{2}:00)[.,]0{1,9}(?=\D|$)/, '$1');
}

/** `Z`, `+01:00`, `+0100`, `+01`, ` UTC` and the zones of Central Europe behind a time. */
const offsetAtEnd = /(?<=\d)\s*(?:Z|UTC|GMT|MESZ|CEST|MEZ|CET|[+-]\d{2}(?::?\d{2})?)$/i;

function isoOffset(offset: string): string {
  if (/MESZ|CEST/i.test(offset)) return '+02:00';
  if (/MEZ|CET/i.test(offset)) return '+01:00';
  const [, sign, hours, minutes = '00'] = /([+-])(\d{2}):?(\d{2})?/.exec(offset) ?? [];
  return sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
}

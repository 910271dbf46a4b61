import { instantAt, instantOf, plainDateAt } from '../kernel/instant.ts';
import { readClock } from '../kernel/read-clock.ts';
import type { DateOrder, FieldValues, ImportField } from './import-fields.ts';
import type { ImportedAppointment } from './imported-person.ts';
import { isDayNumber, readDay } from './read-date.ts';
import type { RowContext } from './row-context.ts';
import { type RowFault, rowFault } from './row-fault.ts';

/** Day and time of an appointment, from one column or two. A time with an offset is converted to the centre's. */
export function readMoment(
  row: FieldValues,
  [at, date, time]: readonly [ImportField, ImportField, ImportField],
  order: DateOrder,
  { zone }: RowContext,
  tell: (fault: RowFault) => undefined,
): Pick<ImportedAppointment, 'startsAt' | 'day'> | undefined {
  const both = row.get(at);
  const split = both === undefined ? undefined : dayAndTime.exec(both);
  const dayText = row.get(date) ?? (split ? split[1] : both);
  const written = beginningOf(row.get(time) ?? split?.[2]);
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
  if (offset === undefined) return { day, startsAt: instantAt(day, clock, zone) };
  const startsAt = instantOf(Date.parse(`${day}T${clock}:00${isoOffset(offset)}`));
  return { day: plainDateAt(startsAt, zone), startsAt };
}

const dayAndTime =
  /^(.*?\d)(?:[T,]\s*|\s+)(?:(?:um|ab|at|[-–])\s*)?(\d{1,2}[:.h]\d{2}.*|\d{1,2}\s*(?:(?:bis|[-–])\s*\d{1,2}\s*)?Uhr)$/i;

/** Where a stretch of time begins: `10:00-10:15`, `10 bis 11 Uhr`, `ab 10:00`. What is earlier than its beginning is an offset. */
function beginningOf(time: string | undefined): string | undefined {
  if (time === undefined) return undefined;
  const text = time.replace(/^(?:(?:um|ab|at)\s+|30\.12\.1899\s+)/i, '');
  const stretch =
    /^(\d{1,2}(?:[:.h]\d{2})?)\s*(?:uhr\s*)?(?:[-–—]|bis|to)\s*(\d{1,2}(?:[:.h]\d{2})?)\s*(?:uhr)?$/i.exec(
      text,
    );
  const [from, to] = [readClock(stretch?.[1] ?? ''), readClock(stretch?.[2] ?? '')];
  return from !== undefined && to !== undefined && from < to ? from : text;
}

/** `Z`, `+01:00`, `+0100`, `+01` and ` UTC` behind a time. */
const offsetAtEnd = /(?<=\d)\s*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i;

function isoOffset(offset: string): string {
  const [, sign, hours, minutes = '00'] = /([+-])(\d{2}):?(\d{2})?/.exec(offset) ?? [];
  return sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
}

import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { calendarFile } from '../../../messaging/calendar-file.ts';
import type { Reads } from '../../context.ts';
import { calendarDates } from './calendar-dates.ts';

/** The open dates of somebody as a calendar file; undefined when there are none. */
export function personCalendar(station: Reads, personId: PersonId, language: Language): string | undefined {
  const now = station.now();
  const dates = calendarDates(station, personId).filter((date) => !date.isCancelled && date.startsAt > now);
  if (dates.length === 0) return undefined;
  const { centreName: name, timeZone, centreAddress: address, centrePhone: phone } = station.settings;
  return calendarFile({ dates, language, centre: { name, timeZone, address, phone }, now });
}

import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Reads } from '../../context.ts';
import { holidaysBetween } from '../../store/tables/appointments/slots.ts';

const END_OF_CALENDAR = '9999-12-31' as PlainDate;

/** Every holiday from today on. */
export function holidaysAhead({ db, settings, now }: Reads): { day: PlainDate; name: string }[] {
  return holidaysBetween(db, plainDateAt(now(), settings.timeZone), END_OF_CALENDAR);
}

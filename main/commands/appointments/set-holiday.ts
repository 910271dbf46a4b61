import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { holidaysBetween, openLanesBetween } from '../../store/tables/appointments/slots.ts';
import { runCommand } from '../run-command.ts';

/** Marks a day as closed for opening. Slots that are open on it have to be closed first: people may have dates. */
export function setHoliday(
  station: Writes,
  actor: Actor,
  { requestId, day, name }: { requestId?: string; day: PlainDate; name: string },
): Result<{ day: PlainDate }, 'holiday-has-slots'> {
  return runCommand(station, { name: 'set-holiday', actor, requestId }, () => {
    if (openLanesBetween(station.db, day, day).length > 0) return refuse('holiday-has-slots');
    const set = { type: 'HolidaySet' as const, version: 1 as const, data: { day, name } };
    return accept({ stream: CENTRE_STREAM, events: [set], value: { day } });
  });
}

export function liftHoliday(
  station: Writes,
  actor: Actor,
  { requestId, day }: { requestId?: string; day: PlainDate },
): Result<{ day: PlainDate }, 'holiday-unknown'> {
  return runCommand(station, { name: 'lift-holiday', actor, requestId }, () => {
    if (holidaysBetween(station.db, day, day).length === 0) return refuse('holiday-unknown');
    const lifted = { type: 'HolidayLifted' as const, version: 1 as const, data: { day } };
    return accept({ stream: CENTRE_STREAM, events: [lifted], value: { day } });
  });
}

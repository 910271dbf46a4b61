import { decideCancel } from '../../../domain/appointments/change-appointment.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import type { Closing } from '../../store/settings.ts';
import type { StreamEvents } from '../run-command.ts';

/** The end of one date that a closing cancels; nothing for somebody who came, moved or cancelled meanwhile. */
export function cancelClosed(
  { db }: Pick<Writes, 'db'>,
  day: PlainDate,
  { appointmentId, personId }: Closing['dates'][number],
): StreamEvents[] {
  const known = loadPerson(db, personId);
  const date = known.appointments.appointments.find((each) => each.appointmentId === appointmentId);
  if (date?.status !== 'booked' || date.day !== day) return [];
  const decided = decideCancel(known.appointments, { appointmentId, personId, reason: 'day-closed' });
  if (!decided.ok) throw new Error(`an expected date cannot be cancelled: ${decided.refusal}`);
  return [{ stream: personId, events: decided.value }];
}

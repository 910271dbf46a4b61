import type { MessagePayload } from '../../../domain/messages/message-draft.ts';
import type {
  MessageAppointment,
  MessageFacts,
  MessagePass,
} from '../../../domain/messages/message-facts.ts';
import { messageTable } from '../../../domain/messages/message-kind.ts';
import type { Reads } from '../../context.ts';
import { type AppointmentRow, appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { offeredPlace } from '../../store/tables/appointments/standby.ts';
import { personById } from '../../store/tables/people/people.ts';

/** What a message has to say by now; undefined for an erased person and for a message about an unknown date. */
export function messageFacts(
  station: Reads,
  { personId, message, appointmentId }: MessagePayload,
  pass?: MessagePass,
): MessageFacts | undefined {
  const person = personById(station.db, personId);
  if (person?.status !== 'registered') return undefined;
  const rows = appointmentsOf(station.db, personId);
  const about =
    message === 'standby-offer'
      ? offeredPlace(station.db, appointmentId ?? '')
      : rows.find((row) => row.appointment_id === appointmentId);
  if (messageTable[message].about === 'appointment' && !about) return undefined;
  const { centreName, centreAddress, centrePhone, timeZone } = station.settings;
  const { givenName, familyName, language } = person.details;
  return {
    message,
    language,
    person: { givenName, familyName },
    centre: {
      name: centreName,
      timeZone,
      ...(centreAddress ? { street: centreAddress } : {}),
      ...(centrePhone ? { phone: centrePhone } : {}),
    },
    ...(about ? { appointment: shown(about) } : {}),
    openAppointments: rows.filter((row) => isToCome(row, station)).map(shown),
    ...(pass ? { pass } : {}),
    hasCalendar: false,
  };
}

/** Whether the date is still to be kept. */
export function isToCome({ status, starts_at }: AppointmentRow, station: Reads): boolean {
  return status === 'booked' && starts_at > station.now();
}

function shown({
  planned_dose,
  starts_at,
}: Pick<AppointmentRow, 'planned_dose' | 'starts_at'>): MessageAppointment {
  return { plannedDose: planned_dose, startsAt: starts_at };
}

import { isOnlyForOpenAppointment } from '../../domain/messages/message-kind.ts';
import { wayOfMessage } from '../../domain/messages/reach.ts';
import type { MessagePayload } from '../commands/message-draft.ts';
import { isToCome } from '../queries/message-facts.ts';
import type { Station } from '../station.ts';
import type { OutboxItem } from '../store/outbox/outbox.ts';
import { appointmentsOf } from '../store/tables/appointments.ts';
import { personById } from '../store/tables/people.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';

const WAIT_FOR_MAIL_SERVER_MINUTES = 15;

/** Sends a message with what holds by now, whatever held when it was queued. */
export async function sendMessage(
  station: Station,
  _subject: string,
  { payload }: OutboxItem,
): Promise<OutboxOutcome> {
  const asked = payload as unknown as MessagePayload;
  const person = personById(station.db, asked.personId);
  if (person?.status !== 'registered' || isOutdated(station, asked)) return { kind: 'done' };
  const { email } = person.details;
  const way = wayOfMessage(asked.message, { hasEmail: Boolean(email), consentsToMessages: false });
  if (way === 'none') return { kind: 'done' };
  if (way === 'phone') return { kind: 'by-phone', fault: email ? 'no-consent' : 'no-address' };
  return { kind: 'later', fault: 'mail-not-set-up', afterMinutes: WAIT_FOR_MAIL_SERVER_MINUTES };
}

function isOutdated(station: Station, { personId, message, appointmentId }: MessagePayload): boolean {
  if (!isOnlyForOpenAppointment(message)) return false;
  const row = appointmentsOf(station.db, personId).find((date) => date.appointment_id === appointmentId);
  return row !== undefined && !isToCome(row, station);
}

import type { MailSettings } from '../../contracts/ipc/handover-contract.ts';
import { passMailAnswer } from '../../contracts/sync/hand-over-contract.ts';
import { isEmailAddress } from '../../domain/messages/email-address.ts';
import type { MessagePayload } from '../../domain/messages/message-draft.ts';
import { messageTable } from '../../domain/messages/message-kind.ts';
import { wayOfMessage } from '../../domain/messages/reach.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { isPassing } from '../../messaging/mail-fault.ts';
import { deliverMail, type Mail } from '../../messaging/mail-server.ts';
import { messageMail } from '../../messaging/message-mail.ts';
import type { StreamEvents } from '../commands/run-command.ts';
import { calendarDates } from '../queries/appointments/calendar-dates.ts';
import { mailPassword } from '../queries/messages/mail-password.ts';
import { isToCome, messageFacts } from '../queries/messages/message-facts.ts';
import type { OutboxItem } from '../store/outbox/outbox.ts';
import { settingOf } from '../store/settings.ts';
import { appointmentsOf } from '../store/tables/appointments/appointments.ts';
import { offeredPlace } from '../store/tables/appointments/standby.ts';
import { consentsTo } from '../store/tables/people/consents.ts';
import { personById } from '../store/tables/people/people.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';
import type { OutboxStation } from './outbox-station.ts';
import { passParcel } from './pass-parcel.ts';

const WAIT_FOR_SETTINGS_MINUTES = 15;

/** Sends a message with what holds by now, whatever held when it was queued. */
export async function sendMessage(
  station: OutboxStation,
  item: OutboxItem,
  asked: MessagePayload,
): Promise<OutboxOutcome> {
  const person = personById(station.db, asked.personId);
  if (person?.status !== 'registered' || isOutdated(station, asked)) return { kind: 'done' };
  const { email } = person.details;
  const way = wayOfMessage(asked.message, {
    hasEmail: Boolean(email),
    consentsToMessages: consentsTo(station.db, asked.personId, 'email'),
  });
  if (way === 'none') return { kind: 'done' };
  if (way === 'phone' || !email) return { kind: 'by-phone', fault: email ? 'no-consent' : 'no-address' };
  if (!isEmailAddress(email)) return { kind: 'failed', fault: 'mail-address-invalid' };
  const link = settingOf(station.db, 'headquarters');
  if (link?.connectedAt && (asked.message === 'pass-ready' || item.queuedAt >= link.connectedAt))
    return atHeadquarters(station, item, asked);
  const settings = settingOf(station.db, 'mail');
  if (!settings) return { kind: 'later', fault: 'mail-not-set-up', afterMinutes: WAIT_FOR_SETTINGS_MINUTES };
  const written = await writeMail(station, item, asked, { to: email, from: settings });
  if (!written) return { kind: 'later', fault: 'pass-not-signed' };
  const sent = await deliverMail(settings, mailPassword(station), written.mail);
  if (sent.ok) return { kind: 'done', also: written.facts };
  return { kind: isPassing(sent.refusal) ? 'later' : 'failed', fault: sent.refusal };
}

/**
 * Headquarters writes by itself what follows from the record; only the mail with a pass is asked for, since the pass is
 * signed there.
 */
async function atHeadquarters(
  station: OutboxStation,
  item: OutboxItem,
  { personId, message, alsoFor }: MessagePayload,
): Promise<OutboxOutcome> {
  if (message !== 'pass-ready') return { kind: 'done' };
  const workId = workIdOf(station, item);
  const asked = await station.sync.ask('/sync/v1/pass-mails', passMailAnswer, { personId, alsoFor, workId });
  return asked.ok ? { kind: 'done' } : { kind: 'later', fault: `headquarters-${asked.refusal}` };
}

function workIdOf({ settings }: OutboxStation, { subject, queuedAt }: OutboxItem): string {
  return `${settings.station} ${subject} ${queuedAt}`;
}

interface Written {
  readonly mail: Mail;
  /** What is written down once it is sent, in whose history. */
  readonly facts: readonly StreamEvents[];
}

/** Undefined while its pass is not there. */
async function writeMail(
  station: OutboxStation,
  item: OutboxItem,
  asked: MessagePayload,
  { to, from }: { to: string; from: MailSettings },
): Promise<Written | undefined> {
  const { personId, message, appointmentId } = asked;
  const parcel = message === 'pass-ready' ? await passParcel(station, asked) : undefined;
  if (message === 'pass-ready' && !parcel) return undefined;
  const facts = messageFacts(station, asked, parcel?.pass);
  if (!facts) return undefined;
  const dates = calendarDates(station, personId).filter((date) =>
    messageTable[message].changesCalendar
      ? date.appointmentId === appointmentId
      : message === 'pass-ready' && !date.isCancelled && date.startsAt > station.now(),
  );
  const workId = workIdOf(station, item);
  const mail = messageMail({
    facts,
    to,
    from,
    workId,
    ...(parcel ? { passFile: parcel.file } : {}),
    dates,
    now: station.now(),
  });
  const sent: StationEvent = {
    type: 'MessageSent',
    version: 1,
    data: { personId, message, ...(appointmentId ? { appointmentId } : {}), via: 'email' },
  };
  return { mail, facts: [{ stream: personId, events: [sent] }, ...(parcel?.handedOver ?? [])] };
}

/** About a date that has passed or is not to be kept any more, or about none that we know. */
function isOutdated(station: OutboxStation, { personId, message, appointmentId }: MessagePayload): boolean {
  if (messageTable[message].about !== 'appointment') return false;
  if (message === 'standby-offer') return offeredPlace(station.db, appointmentId ?? '')?.status !== 'open';
  const row = appointmentsOf(station.db, personId).find((date) => date.appointment_id === appointmentId);
  return row === undefined || (messageTable[message].endsWithAppointment && !isToCome(row, station));
}

import type { PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { stillToCome } from '../../../domain/messages/message-days.ts';
import { noteText } from '../../../domain/messages/note-text.ts';
import { renderText } from '../../../domain/messages/render-message.ts';
import { deliverMail } from '../../../messaging/mail-server.ts';
import { messageIdOf } from '../../../messaging/message-mail.ts';
import type { Headquarters } from '../../headquarters.ts';
import {
  type Audience,
  type CentreMessage,
  holdOpenMessage,
  messageOf,
  moveMessage,
  passesFor,
} from '../../store/centre-messages.ts';
import type { Centre } from '../../store/centres.ts';
import { type Delivery, planDelivery } from '../../store/deliveries.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { holdPass, type KeptPass, passOf } from '../../store/passes.ts';
import { personalLink } from '../booking/personal-link.ts';
import { type KnownPerson, loadPerson } from '../passes/person-history.ts';
import { tellSettled } from './ordered-messages.ts';
import { NOTE } from './plan-messages.ts';
import { consentsToMessages, messagePass, type TryOutcome } from './send-message.ts';

/** Passes of one transaction. */
const AT_ONCE = 20;

export interface Reached {
  readonly passes: number;
  /** Of them, who also gets a mail. */
  readonly mails: number;
}

/** How many passes a message would reach now: of its days those that are not over. */
export async function countReached(
  headquarters: Headquarters,
  centre: Centre,
  { days }: Audience,
): Promise<Reached> {
  const audience = { days: days && stillToCome(days, todayAt(headquarters, centre)) };
  let [after, passes, mails] = ['', 0, 0];
  for (;;) {
    const slice = await inCentre(headquarters.databases.app, centre.id, async (db) => {
      const ids = await passesFor(db, audience, { after, limit: AT_ONCE });
      for (const id of ids) {
        const receiver = await receiverOf(headquarters, db, centre, { passId: id, audience });
        if (receiver) passes += 1;
        if (receiver && mayBeMailed(headquarters, receiver.known)) mails += 1;
      }
      return ids;
    });
    const last = slice.at(-1);
    if (last === undefined) return { passes, mails };
    after = last;
  }
}

/**
 * Writes the oldest message under way onto the next few passes, plans the mails and moves on, all in one transaction:
 * stopped at any moment, nobody gets it twice. Answers whether something was left to do. While the clock is not to be
 * trusted a message about days waits: who it concerns, and whether it comes too late, cannot be said.
 */
export async function writeNextPasses(headquarters: Headquarters, centre: Centre): Promise<boolean> {
  const { databases, now, clock } = headquarters;
  const which = { evenAboutDays: await clock.isTrusted() };
  return inCentre(databases.app, centre.id, async (db) => {
    const message = await holdOpenMessage(db, which);
    if (!message) return false;
    const days = message.days && stillToCome(message.days, todayAt(headquarters, centre));
    const isOver = days !== undefined && days.to < days.from;
    const audience = { days };
    const ids = isOver ? [] : await passesFor(db, audience, { after: message.reachedPass, limit: AT_ONCE });
    let [written, mails] = [0, 0];
    for (const passId of ids) {
      const became = await writeOne(headquarters, db, centre, { passId, message, audience });
      if (became !== 'not-theirs') written += 1;
      if (became === 'with-mail') mails += 1;
    }
    const reachedPass = ids.at(-1) ?? message.reachedPass;
    const isDone = ids.length < AT_ONCE;
    await moveMessage(db, message.id, { reachedPass, written, mails, ...(isDone ? { doneAt: now() } : {}) });
    const { id: messageId, isOrdered } = message;
    const [passes, mailed] = [message.written + written, message.mails + mails];
    const outcome = isOver && passes === 0 ? 'too-late' : 'written';
    if (isDone && isOrdered)
      await tellSettled(headquarters, db, centre, { messageId, outcome, passes, mails: mailed });
    return true;
  });
}

async function writeOne(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  {
    passId,
    message,
    audience,
  }: { readonly passId: string; readonly message: CentreMessage; readonly audience: Audience },
): Promise<'not-theirs' | 'written' | 'with-mail'> {
  await holdPass(db, passId);
  const receiver = await receiverOf(headquarters, db, centre, { passId, audience });
  if (!receiver) return 'not-theirs';
  const { id, words, actor } = message;
  await messagePass(headquarters, db, centre, { ...receiver, message: words, actor });
  if (!mayBeMailed(headquarters, receiver.known)) return 'written';
  await planDelivery(db, centre.id, {
    id: `${id}.${passId}`,
    kind: NOTE,
    personId: receiver.pass.personId,
    payload: { messageId: id },
    dueAt: headquarters.now(),
  });
  return 'with-mail';
}

/** Sends the mail of a message to all; nothing once the days it was about are over. */
export async function sendNote(
  headquarters: Headquarters,
  centre: Centre,
  delivery: Delivery,
): Promise<TryOutcome> {
  const { databases, mail, clock } = headquarters;
  const personId = delivery.personId as PersonId;
  const { messageId } = delivery.payload as { readonly messageId: string };
  const { message, known } = await inCentre(databases.app, centre.id, async (db) => ({
    message: await messageOf(db, messageId),
    known: await loadPerson(headquarters, db, centre.id, personId),
  }));
  const details = known.person.status === 'registered' ? known.person.details : undefined;
  if (!mail || !message || !details?.email || !mayBeMailed(headquarters, known)) return 'done';
  if (message.days && !(await clock.isTrusted())) return 'held';
  if (message.days && message.days.to < todayAt(headquarters, centre)) return 'done';
  const said = noteText({
    words: message.words,
    language: details.language,
    person: details,
    centre: {
      name: centre.name,
      timeZone: centre.timeZone,
      street: centre.address || undefined,
      phone: centre.phone || undefined,
    },
    page: personalLink(headquarters, centre.id, personId),
  });
  const sent = await deliverMail(mail.settings, mail.password, {
    messageId: messageIdOf(delivery.id, mail.settings),
    to: { name: `${details.givenName} ${details.familyName}`, address: details.email },
    ...renderText(said, details.language),
    attachments: [],
  });
  return sent.ok ? 'done' : { fault: sent.refusal, isFinal: false };
}

interface Receiver {
  readonly pass: KeptPass;
  readonly known: KnownPerson;
}

/** Who has the pass, if it is valid, the record is open and the audience is theirs. */
async function receiverOf(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { passId, audience }: { readonly passId: string; readonly audience: Audience },
): Promise<Receiver | undefined> {
  const pass = await passOf(db, passId);
  if (!pass || pass.isVoided) return undefined;
  const known = await loadPerson(headquarters, db, centre.id, pass.personId);
  if (known.person.status !== 'registered' || known.pass.status !== 'valid') return undefined;
  if (known.pass.passId !== pass.passId) return undefined;
  return known.appointments.appointments.some(isIn(audience)) || !audience.days ? { pass, known } : undefined;
}

function todayAt({ now }: Headquarters, { timeZone }: Centre) {
  return plainDateAt(now(), timeZone);
}

function isIn({ days }: Audience) {
  return ({ status, day }: PlannedAppointment) =>
    status === 'booked' && days !== undefined && day >= days.from && day <= days.to;
}

function mayBeMailed({ mail }: Headquarters, { person, history }: KnownPerson): boolean {
  return (
    mail !== undefined &&
    person.status === 'registered' &&
    Boolean(person.details?.email) &&
    consentsToMessages(history)
  );
}

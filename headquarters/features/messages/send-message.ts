import { dateOfDose, type PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { type AppointmentId, idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { type Instant, plainDateAt, type TimeZone } from '../../../domain/kernel/instant.ts';
import type { MessageFacts } from '../../../domain/messages/message-facts.ts';
import { type MessageKind, messageTable } from '../../../domain/messages/message-kind.ts';
import { wayOfMessage } from '../../../domain/messages/reach.ts';
import { decideRedesign } from '../../../domain/passes/pass.ts';
import { momentWords } from '../../../domain/passes/pass-words.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { deliverMail } from '../../../messaging/mail-server.ts';
import { messageMail, passFileName, passMediaType } from '../../../messaging/message-mail.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import type { Delivery } from '../../store/deliveries.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { changePass, type KeptPass, validPassesOf } from '../../store/passes.ts';
import { keepChoice, keepPath } from '../booking/keep-dates.ts';
import { personalLink } from '../booking/personal-link.ts';
import { courseShown, productShown } from '../passes/pass-facts.ts';
import { signPass } from '../passes/pass-signing.ts';
import { type KnownPerson, loadPerson } from '../passes/person-history.ts';
import { recordEvents } from '../passes/record-events.ts';
import { type QuestionsOfNext, questionsOfNext, questionsPath } from '../screening/questions-of-next.ts';
import { calendarDate, openAppointmentsOf, openDates } from './open-appointments.ts';
import { nextReminder, planReminder } from './plan-messages.ts';

/**
 * What became of one try: done (also when there is nothing to say any more), or a fault that may pass. `held`: it was
 * none, since the clock is not to be trusted.
 */
export type TryOutcome = 'done' | 'held' | { readonly fault: string; readonly isFinal: boolean };

/** Sends a mail about somebody's pass or dates, as things stand now. */
export async function sendMail(
  headquarters: Headquarters,
  centre: Centre,
  delivery: Delivery,
): Promise<TryOutcome> {
  const { message, appointmentId, to, isBookedAgain, again } = delivery.payload as {
    readonly message: MessageKind;
    readonly appointmentId?: string;
    /** Whose address it goes to, where that is somebody else of the family. */
    readonly to?: PersonId;
    readonly isBookedAgain?: boolean;
    /** The record of the booking that came later. */
    readonly again?: PersonId;
  };
  return mailTo(headquarters, centre, {
    personId: delivery.personId as PersonId,
    to,
    message,
    isBookedAgain,
    again,
    workId: delivery.id,
    pick: (known) =>
      known.appointments.appointments.find((date) => date.appointmentId === appointmentId) ??
      placeOffered(known, appointmentId),
  });
}

/** An offer is no date yet: it stands in a message as if it were booked. */
function placeOffered(known: KnownPerson, offerId: string | undefined): PlannedAppointment | undefined {
  const offer = known.standby.offers.find((each) => each.offerId === offerId);
  if (!offer) return undefined;
  const appointmentId = idOf<AppointmentId>(offer.offerId);
  const { productId } = productShown(known);
  return { ...offer.place, appointmentId, productId, plannedDose: 1, status: 'booked' };
}

/**
 * Reminds somebody of the next dose: on the card in the phone, and by mail where they wanted that. By what is known now:
 * where another schedule was confirmed since, the dose may be due later, or not at all.
 */
export async function sendReminder(
  headquarters: Headquarters,
  centre: Centre,
  delivery: Delivery,
): Promise<TryOutcome> {
  const personId = delivery.personId as PersonId;
  const dose = await inCentre(headquarters.databases.app, centre.id, async (db) => {
    const next = nextReminder(headquarters, centre, await loadPerson(headquarters, db, centre.id, personId));
    if (!next) return undefined;
    if (next.dueAt > headquarters.now()) {
      await planReminder(headquarters, db, centre, { personId, evenLate: true });
      return undefined;
    }
    await tellPass(headquarters, db, centre, { personId, dose: next.dose });
    return next.dose;
  });
  if (dose === undefined) return 'done';
  const today = plainDateAt(headquarters.now(), centre.timeZone);
  const pick = (person: KnownPerson) => dateOfDose(person.appointments, courseShown(person, today), dose);
  const known = await inCentre(headquarters.databases.app, centre.id, (db) =>
    loadPerson(headquarters, db, centre.id, personId),
  );
  const message = pick(known) ? 'reminder' : 'second-dose-reminder';
  return mailTo(headquarters, centre, { personId, message, workId: delivery.id, pick });
}

/** What the phone says: it is read without opening the card. */
function reminderWords(at: Instant | undefined, zone: TimeZone): Bilingual {
  if (at === undefined)
    return {
      de: 'Ihre nächste Impfung steht an. Es ist noch kein Termin gebucht.',
      en: 'Your next vaccination is due. No appointment is booked yet.',
    };
  return {
    de: `Ihre nächste Impfung steht an: ${momentWords(at, zone, 'de')}.`,
    en: `Your next vaccination is due: ${momentWords(at, zone, 'en')}.`,
  };
}

/** The one message field of the pass, announced by the phone; once for each dose and date. */
async function tellPass(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { personId, dose }: { readonly personId: PersonId; readonly dose: number },
): Promise<void> {
  const known = await loadPerson(headquarters, db, centre.id, personId);
  const [pass] = await validPassesOf(db, [personId]);
  const today = plainDateAt(headquarters.now(), centre.timeZone);
  const date = dateOfDose(known.appointments, courseShown(known, today), dose);
  const message = reminderWords(date?.startsAt, centre.timeZone);
  if (!pass || pass.message?.de === message.de || dose < 2) return;
  await messagePass(headquarters, db, centre, { pass, known, message });
}

export async function messagePass(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  {
    pass,
    known,
    message,
    actor = 'headquarters',
  }: {
    readonly pass: KeptPass;
    readonly known: KnownPerson;
    readonly message: Bilingual;
    readonly actor?: string;
  },
): Promise<void> {
  const look = { templateId: pass.templateId, version: pass.templateVersion };
  const events = decideRedesign(known.pass, look, message);
  const [redesigned] = events;
  if (!redesigned) return;
  await recordEvents(headquarters, db, {
    centre: centre.id,
    stream: pass.personId,
    actor,
    events,
  });
  const { revision } = redesigned.data;
  await changePass(db, centre.id, pass, { revision, announced: 'message', message }, headquarters.now());
}

interface MailWish {
  readonly personId: PersonId;
  readonly to?: PersonId | undefined;
  readonly message: MessageKind;
  readonly isBookedAgain?: boolean | undefined;
  readonly again?: PersonId | undefined;
  readonly workId: string;
  /** The date it is about. */
  pick(known: KnownPerson): PlannedAppointment | undefined;
}

async function mailTo(headquarters: Headquarters, centre: Centre, wish: MailWish): Promise<TryOutcome> {
  const { databases, mail, now } = headquarters;
  const { personId, to = personId } = wish;
  const { known, pass, receiver, choice } = await inCentre(databases.app, centre.id, async (db) => ({
    receiver: to === personId ? undefined : await loadPerson(headquarters, db, centre.id, to),
    known: await loadPerson(headquarters, db, centre.id, wish.personId),
    pass: (await validPassesOf(db, [wish.personId]))[0],
    choice: wish.again && (await choiceOf(headquarters, db, centre, [wish.personId, wish.again])),
  }));
  const details = known.person.status === 'registered' ? known.person.details : undefined;
  const { person: reader } = receiver ?? known;
  const email = reader.status === 'registered' ? reader.details?.email : undefined;
  if (!mail || !details || !email || wayTo(known, wish.message) !== 'email') return 'done';
  const date = wish.pick(known);
  if (!date && messageTable[wish.message].about === 'appointment') return 'done';
  const questions = await questionsOfNext(headquarters, centre, known);
  const file =
    pass && wish.message === 'pass-ready' ? await signPass(headquarters, centre.id, pass.passId) : undefined;
  const shortNumber = pass ? shortNumberOf(pass.passId) : '';
  const sent = await deliverMail(
    mail.settings,
    mail.password,
    messageMail({
      facts: factsOf(headquarters, centre, {
        ...wish,
        known,
        details,
        pass,
        date,
        choice,
        questions,
        hasFile: file !== undefined,
      }),
      to: email,
      from: mail.settings,
      workId: wish.workId,
      ...(file
        ? { passFile: { fileName: passFileName(shortNumber), mediaType: passMediaType, bytes: file.file } }
        : {}),
      dates: wish.message === 'pass-ready' ? openDates(known) : date ? [calendarDate(known, date)] : [],
      now: now(),
    }),
  );
  return sent.ok ? 'done' : { fault: sent.refusal, isFinal: false };
}

function factsOf(
  headquarters: Headquarters,
  centre: Centre,
  found: {
    readonly known: KnownPerson;
    readonly details: PersonDetails;
    readonly pass: KeptPass | undefined;
    readonly date: PlannedAppointment | undefined;
    readonly message: MessageKind;
    readonly isBookedAgain?: boolean | undefined;
    readonly choice?: MessageFacts['choice'] | undefined;
    readonly questions: QuestionsOfNext | undefined;
    readonly hasFile: boolean;
  },
): MessageFacts {
  const { known, details, pass, date, message, isBookedAgain, choice, questions, hasFile } = found;
  const handOverLink = personalLink(headquarters, centre.id, found.known.history[0]?.stream ?? '');
  return {
    message,
    language: details.language,
    person: details,
    centre: {
      name: centre.name,
      timeZone: centre.timeZone,
      street: centre.address || undefined,
      phone: centre.phone || undefined,
    },
    ...(date ? { appointment: date } : {}),
    openAppointments: openAppointmentsOf(known),
    ...(pass ? { pass: { shortNumber: shortNumberOf(pass.passId), hasFile, handOverLink } } : {}),
    hasCalendar: false,
    ...(isBookedAgain ? { isBookedAgain } : {}),
    ...(choice ? { choice } : {}),
    ...(pass &&
    questions &&
    !questions.isAnswered &&
    (date?.appointmentId ?? questions.appointmentId) === questions.appointmentId
      ? { questionsLink: `${questionsPath(handOverLink, questions.appointmentId)}?lang=${details.language}` }
      : {}),
  };
}

/** The dates of both bookings, and the links that keep those of one; undefined where there is nothing to choose. */
async function choiceOf(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  [earlier, again]: readonly [PersonId, PersonId],
): Promise<MessageFacts['choice']> {
  const keepEarlier = await keepChoice(headquarters, db, centre, { kept: earlier, other: again });
  if (!keepEarlier) return undefined;
  const keepAgain = await keepChoice(headquarters, db, centre, { kept: again, other: earlier });
  const linkOf = (kept: PersonId, other: PersonId) =>
    headquarters.address + keepPath(headquarters, centre.id, { kept, other });
  return {
    earlier: { dates: keepEarlier.staying, keepLink: linkOf(earlier, again) },
    again: { dates: keepEarlier.ending, ...(keepAgain ? { keepLink: linkOf(again, earlier) } : {}) },
  };
}

/** The last word on consent counts. */
export function consentsToMessages(history: KnownPerson['history']): boolean {
  const given = history.flatMap(({ event }) =>
    event.type === 'ConsentRecorded' ? [event.data.isGiven] : [],
  );
  return given.at(-1) === true;
}

function wayTo({ history }: KnownPerson, message: MessageKind) {
  return wayOfMessage(message, { hasEmail: true, consentsToMessages: consentsToMessages(history) });
}

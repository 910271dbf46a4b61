import { dateOfDose } from '../../../domain/appointments/appointments.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { personOfCourse } from '../../../domain/known-person.ts';
import type { MessagePayload } from '../../../domain/messages/message-draft.ts';
import type { MessageKind } from '../../../domain/messages/message-kind.ts';
import type { OutboxDraft } from '../../../domain/outbox/outbox-draft.ts';
import { scheduleOfCourse } from '../../../domain/schedules/schedule-of-course.ts';
import { nextDoseOn } from '../../../domain/vaccination/next-dose.ts';
import { validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { dropDeliveries, planDelivery } from '../../store/deliveries.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import type { CentreFacts } from '../passes/centre-facts.ts';
import { courseShown } from '../passes/pass-facts.ts';
import { type KnownPerson, loadPerson } from '../passes/person-history.ts';

/** What waits for somebody's second date; planned anew whenever something about it changes. */
export const REMINDER = 'reminder';
export const MAIL = 'mail';
/** Reminders are to be reckoned again: of one person, or of everybody, some people at a time. */
export const REPLAN = 'replan-reminders';
/** What an operator wrote to many. */
export const NOTE = 'note';

const REMINDER_CLOCK = '09:00';

/** The pass and the dates, as soon as they are booked. */
export async function planFirstMessage(
  { newId, now, mail }: Headquarters,
  db: CentreDb,
  centre: Centre,
  personId: string,
): Promise<void> {
  if (!mail) return;
  const payload = { message: 'pass-ready' satisfies MessageKind };
  await planDelivery(db, centre.id, { id: newId(), kind: MAIL, personId, payload, dueAt: now() });
}

/** The same once more for whoever booked before, and that somebody booked again: `again` is the new record. */
export async function planBookedAgainMessage(
  { newId, now, mail }: Headquarters,
  db: CentreDb,
  centre: Centre,
  { personId, again }: { readonly personId: string; readonly again: string },
): Promise<void> {
  if (!mail) return;
  const payload = { message: 'pass-ready' satisfies MessageKind, isBookedAgain: true, again };
  await planDelivery(db, centre.id, { id: newId(), kind: MAIL, personId, payload, dueAt: now() });
}

export async function planChangeMessage(
  { newId, now, mail }: Headquarters,
  db: CentreDb,
  centre: Centre,
  change: {
    readonly personId: string;
    readonly appointmentId: string;
    readonly message: 'appointment-booked' | 'appointment-moved' | 'appointment-cancelled';
  },
): Promise<void> {
  if (!mail) return;
  const { personId, ...payload } = change;
  await planDelivery(db, centre.id, { id: newId(), kind: MAIL, personId, payload, dueAt: now() });
}

/** What a station recorded is told to whoever it concerns; whom no mail may reach is phoned by the desk. */
export async function planMessages(
  { newId, now, mail }: Headquarters,
  db: CentreDb,
  centre: Centre,
  outbox: readonly OutboxDraft[],
): Promise<void> {
  if (!mail) return;
  for (const { kind, payload } of outbox) {
    if (kind !== 'send-message') continue;
    const { personId, ...rest } = payload as unknown as MessagePayload;
    await planDelivery(db, centre.id, { id: newId(), kind: MAIL, personId, payload: rest, dueAt: now() });
  }
}

export interface RemindWhom {
  readonly personId: PersonId;
  /** Whether one that was due before is sent all the same. */
  readonly evenLate: boolean;
  /** What is known of the centre, where it was read for several people. */
  readonly facts?: CentreFacts;
}

/** Plans the reminder of somebody's next dose anew; while the clock is not to be trusted that waits until it is. */
export async function planReminder(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { personId, evenLate, facts }: RemindWhom,
): Promise<void> {
  if (!(await headquarters.clock.isTrusted())) {
    const work = { id: headquarters.newId(), kind: REPLAN, personId, payload: { evenLate } };
    await planDelivery(db, centre.id, { ...work, dueAt: headquarters.now() });
    return;
  }
  await dropDeliveries(db, personId, REMINDER);
  const known = await loadPerson(headquarters, db, centre.id, personId, facts);
  const next = nextReminder(headquarters, centre, known);
  if (!next || (next.dueAt < headquarters.now() && !evenLate)) return;
  const { dose, dueAt } = next;
  const payload = { dose };
  await planDelivery(db, centre.id, { id: headquarters.newId(), kind: REMINDER, personId, payload, dueAt });
}

/** Of which dose somebody is to be reminded, and when. */
export interface NextReminder {
  readonly dose: number;
  readonly dueAt: Instant;
}

/**
 * After a dose: a reminder on the first day on which the schedule recommends the next, or on the day before the date
 * that is booked for it if that is later, and never only when that date is over; at nine in the morning at the centre.
 * Undefined where no dose is due.
 */
export function nextReminder(
  { now }: Headquarters,
  { timeZone }: Centre,
  known: KnownPerson,
): NextReminder | undefined {
  const { series } = known;
  const course = courseShown(known, plainDateAt(now(), timeZone));
  const schedule = scheduleOfCourse(course, personOfCourse({ ...known, vaccination: series }));
  const doses = validDosesOf(series, course);
  if (!schedule || doses.length === 0) return undefined;
  const dose = doses.length + 1;
  const { window } = nextDoseOn(series, schedule, course.on);
  if (!window) return undefined;
  const date = dateOfDose(known.appointments, course, dose);
  const dayBefore = date && addDays(date.day, -1);
  const day = dayBefore && dayBefore > window.recommendedFrom ? dayBefore : window.recommendedFrom;
  const usual = instantAt(day, REMINDER_CLOCK, timeZone);
  const isTooLate = date && dayBefore && usual >= date.startsAt;
  return { dose, dueAt: isTooLate ? instantAt(dayBefore, REMINDER_CLOCK, timeZone) : usual };
}

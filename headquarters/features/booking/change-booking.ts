import { dateOfDose, datesFrom } from '../../../domain/appointments/appointments.ts';
import {
  decideCancel,
  decideMove,
  type MoveRefusal,
} from '../../../domain/appointments/change-appointment.ts';
import type { AppointmentCancelled } from '../../../domain/appointments/events.ts';
import { type OpenDoses, openDosesOn } from '../../../domain/appointments/open-doses.ts';
import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { personOfCourse } from '../../../domain/known-person.ts';
import { type Course, courseOn } from '../../../domain/products/course.ts';
import { bothWindows, type DoseWindow, windowBeforeDate } from '../../../domain/schedules/schedule.ts';
import { scheduleOfCourse } from '../../../domain/schedules/schedule-of-course.ts';
import { doseWindow } from '../../../domain/vaccination/dose-window.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import {
  type Booking,
  freeSlotLike,
  holdBooking,
  holdDate,
  leavePlace,
  type OnlineSlot,
  placeOf,
} from '../../store/online-slots.ts';
import { type CentreDb, inCentreUnlessRefused } from '../../store/open-databases.ts';
import { movePlace } from '../../store/take-places.ts';
import { planChangeMessage, planReminder } from '../messages/plan-messages.ts';
import { productShown } from '../passes/pass-facts.ts';
import { type KnownPerson, loadPerson } from '../passes/person-history.ts';
import { recordEvents } from '../passes/record-events.ts';

export interface WhoseDate {
  readonly personId: PersonId;
  readonly appointmentId: AppointmentId;
  readonly actor: string;
}

export type MoveOnlineRefusal = MoveRefusal | 'slot-unknown' | 'slot-full';

/** Gives a date another place, and frees the one that it holds, if any, or changes nothing. */
export function moveOnline(
  headquarters: Headquarters,
  centre: Centre,
  command: WhoseDate & { readonly slotId: string },
): Promise<Result<undefined, MoveOnlineRefusal>> {
  return inCentreUnlessRefused(headquarters.databases.app, centre.id, (db) =>
    moveOnlineIn(headquarters, db, centre, command),
  );
}

/** The same in a transaction that is rolled back after a refusal. */
export async function moveOnlineIn(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { personId, appointmentId, actor, ...wish }: WhoseDate & { readonly slotId: string },
): Promise<Result<undefined, MoveOnlineRefusal>> {
  const booking = await holdDate(db, centre.id, { appointmentId, personId });
  if (!booking) return refuse('appointment-unknown');
  const slot = await freeSlotLike(db, wish.slotId);
  if (!slot || slot.startsAt <= headquarters.now()) return refuse('slot-unknown');
  const known = await loadPerson(headquarters, db, centre.id, personId);
  if (isCancelled(known, appointmentId)) return refuse('appointment-unknown');
  const decideTo = (to: OnlineSlot) =>
    decideMove(
      known.appointments,
      { personId, appointmentId, to: placeOf(to), reason: 'asked' },
      windowFor(known, appointmentId, to.day, todayOf(headquarters, centre)),
    );
  const wished = decideTo(slot);
  if (!wished.ok) return wished;
  const taken = await movePlace(db, booking, slot);
  if (!taken) return refuse('slot-full');
  const decided = decideTo(taken);
  if (!decided.ok) return decided;
  await recordEvents(headquarters, db, {
    centre: centre.id,
    stream: personId,
    actor,
    events: decided.value,
  });
  await planChangeMessage(headquarters, db, centre, {
    personId,
    appointmentId,
    message: 'appointment-moved',
  });
  await planReminder(headquarters, db, centre, { personId, evenLate: true });
  return accept(undefined);
}

export type CancelOnlineRefusal = 'appointment-unknown' | 'appointment-over';

export function cancelOnline(
  headquarters: Headquarters,
  centre: Centre,
  command: WhoseDate,
): Promise<Result<undefined, CancelOnlineRefusal>> {
  return inCentreUnlessRefused(headquarters.databases.app, centre.id, (db) =>
    cancelOnlineIn(headquarters, db, centre, command),
  );
}

/** The same in a transaction that is rolled back after a refusal. */
export async function cancelOnlineIn(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { personId, appointmentId, actor }: WhoseDate,
): Promise<Result<undefined, CancelOnlineRefusal>> {
  const booking = await holdDate(db, centre.id, { appointmentId, personId });
  if (!booking) return refuse('appointment-unknown');
  const known = await loadPerson(headquarters, db, centre.id, personId);
  if (isCancelled(known, appointmentId)) return refuse('appointment-unknown');
  const decided = decideCancel(known.appointments, { personId, appointmentId, reason: 'asked' });
  if (!decided.ok) return decided;
  await endDates(headquarters, db, centre, { personId, actor, bookings: [booking], events: decided.value });
  return accept(undefined);
}

/** Ends several dates of one person, each with the place that it holds online, if any. */
export async function cancelDatesIn(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  {
    personId,
    appointmentIds,
    actor,
  }: Pick<WhoseDate, 'personId' | 'actor'> & { readonly appointmentIds: readonly AppointmentId[] },
): Promise<Result<undefined, CancelOnlineRefusal>> {
  const bookings: Booking[] = [];
  for (const appointmentId of appointmentIds.toSorted())
    bookings.push(...[await holdBooking(db, appointmentId)].filter(isBooking));
  const known = await loadPerson(headquarters, db, centre.id, personId);
  const events: AppointmentCancelled[] = [];
  for (const appointmentId of appointmentIds) {
    const decided = decideCancel(known.appointments, { personId, appointmentId, reason: 'asked' });
    if (!decided.ok) return decided;
    events.push(...decided.value);
  }
  await endDates(headquarters, db, centre, { personId, actor, bookings, events });
  return accept(undefined);
}

function isBooking(booking: Booking | undefined): booking is Booking {
  return booking !== undefined;
}

/** Bookings are held before places, and places are freed in one order: as everybody else takes them. */
async function endDates(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  {
    personId,
    actor,
    bookings,
    events,
  }: Pick<WhoseDate, 'personId' | 'actor'> & {
    readonly bookings: readonly Booking[];
    readonly events: readonly AppointmentCancelled[];
  },
): Promise<void> {
  const inOneOrder = bookings.toSorted(({ slotId: one = '' }, { slotId: other = '' }) =>
    one < other ? -1 : 1,
  );
  for (const booking of inOneOrder) await leavePlace(db, booking);
  await recordEvents(headquarters, db, { centre: centre.id, stream: personId, actor, events });
  for (const { data } of events) {
    const message = 'appointment-cancelled';
    await planChangeMessage(headquarters, db, centre, {
      personId,
      appointmentId: data.appointmentId,
      message,
    });
  }
  await planReminder(headquarters, db, centre, { personId, evenLate: true });
}

/** What was cancelled is no date any more: whoever asks again is told so as of one that never was. */
function isCancelled({ appointments }: KnownPerson, appointmentId: AppointmentId): boolean {
  const date = appointments.appointments.find((each) => each.appointmentId === appointmentId);
  return date?.status === 'cancelled';
}

/** When the schedule wants the dose of this date on that day, by the doses and dates before and after it. */
export function windowFor(
  known: KnownPerson,
  appointmentId: AppointmentId,
  day: PlainDate,
  today: PlainDate,
): DoseWindow | undefined {
  const date = known.appointments.appointments.find((each) => each.appointmentId === appointmentId);
  return date && windowForDose(known, courseOn(date.productId, day), date.plannedDose, today);
}

/** The same for a dose of a course that has no date yet. Dates of the past of which nothing was told are no doses. */
export function windowForDose(
  known: KnownPerson,
  course: Course,
  dose: number,
  today: PlainDate,
): DoseWindow | undefined {
  const appointments = datesFrom(known.appointments, today);
  const schedule = scheduleOfCourse(course, personOfCourse({ ...known, vaccination: known.series }));
  if (!schedule) return undefined;
  const next = dateOfDose(appointments, course, dose + 1)?.day;
  const afterOne = doseWindow({ appointments, vaccination: known.series }, schedule, course, dose);
  const beforeOther = next && windowBeforeDate(schedule, dose, next);
  return afterOne && beforeOther ? bothWindows(afterOne, beforeOther) : afterOne || beforeOther || undefined;
}

/** Doses of the vaccine that the pass tells of that are missing on that day and have no date from today on. */
export function openDosesOf(known: KnownPerson, today: PlainDate, day: PlainDate = today): OpenDoses {
  return openDosesOn({ ...known, vaccination: known.series }, productShown(known).productId, day, today);
}

export function todayOf({ now }: Headquarters, { timeZone }: Centre): PlainDate {
  return plainDateAt(now(), timeZone);
}

import {
  type BookRefusal,
  dateOfDose,
  datesFrom,
  decideBook,
} from '../../../domain/appointments/appointments.ts';
import { missingBefore } from '../../../domain/appointments/decide-dates.ts';
import type { AppointmentId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { courseOn } from '../../../domain/products/course.ts';
import { validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { freeSlotLike, keepBooking, type OnlineSlot, placeOf } from '../../store/online-slots.ts';
import { type CentreDb, inCentreUnlessRefused } from '../../store/open-databases.ts';
import { holdPass } from '../../store/passes.ts';
import { takePlaces } from '../../store/take-places.ts';
import { planChangeMessage, planReminder } from '../messages/plan-messages.ts';
import { productShown } from '../passes/pass-facts.ts';
import { loadPerson } from '../passes/person-history.ts';
import { recordEvents } from '../passes/record-events.ts';
import { openDosesOf, todayOf, windowForDose } from './change-booking.ts';

export interface BookDate {
  readonly passId: string;
  readonly dose: number;
  readonly slotId: string;
  readonly actor: string;
}

export type BookDateRefusal =
  | BookRefusal
  | 'pass-unknown'
  | 'pass-void'
  | 'dose-not-planned'
  | 'dose-given'
  | 'dose-before-missing'
  | 'slot-unknown'
  | 'slot-full';

/** Books one date for somebody who has a pass, or changes nothing. */
export function bookDate(
  headquarters: Headquarters,
  centre: Centre,
  command: BookDate,
): Promise<Result<AppointmentId, BookDateRefusal>> {
  return inCentreUnlessRefused(headquarters.databases.app, centre.id, (db) =>
    bookDateIn(headquarters, db, centre, command),
  );
}

/** The same in a transaction that is rolled back after a refusal. */
export async function bookDateIn(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { passId, dose, actor, ...wish }: BookDate,
): Promise<Result<AppointmentId, BookDateRefusal>> {
  // Held until COMMIT, so that of two bookings of one dose the second sees the first.
  const pass = await holdPass(db, passId);
  if (!pass) return refuse('pass-unknown');
  const { personId } = pass;
  const known = await loadPerson(headquarters, db, centre.id, personId);
  if (known.person.status !== 'registered') return refuse('pass-unknown');
  if (pass.isVoided || known.pass.status !== 'valid') return refuse('pass-void');
  const { productId } = productShown(known);
  const slot = await freeSlotLike(db, wish.slotId);
  if (!slot || slot.startsAt <= headquarters.now()) return refuse('slot-unknown');
  const course = courseOn(productId, slot.day);
  const { series } = known;
  const given = validDosesOf(series, course).length;
  if (dose <= given) return refuse('dose-given');
  const today = todayOf(headquarters, centre);
  const appointments = datesFrom(known.appointments, today);
  const isMissing = openDosesOf(known, today, slot.day).doses.includes(dose);
  if (!isMissing && !dateOfDose(appointments, course, dose)) return refuse('dose-not-planned');
  if (missingBefore(appointments, course, { given, plannedDose: dose }) !== undefined)
    return refuse('dose-before-missing');
  const appointmentId = headquarters.newId() as AppointmentId;
  const decideAt = (place: OnlineSlot) =>
    decideBook(
      appointments,
      { appointmentId, personId, productId, ...placeOf(place), plannedDose: dose, source: 'booking' },
      windowForDose(known, course, dose, today),
    );
  const wished = decideAt(slot);
  if (!wished.ok) return wished;
  const [taken] = (await takePlaces(db, [slot])) ?? [];
  if (!taken) return refuse('slot-full');
  const decided = decideAt(taken);
  if (!decided.ok) return decided;
  const { slotId } = taken;
  const events = decided.value;
  await recordEvents(headquarters, db, { centre: centre.id, stream: personId, actor, events });
  await keepBooking(db, centre.id, { appointmentId, personId, slotId });
  const message = 'appointment-booked';
  await planChangeMessage(headquarters, db, centre, { personId, appointmentId, message });
  await planReminder(headquarters, db, centre, { personId, evenLate: true });
  return accept(appointmentId);
}

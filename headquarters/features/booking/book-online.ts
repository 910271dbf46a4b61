import { randomBytes } from 'node:crypto';
import { decideBook, noAppointments } from '../../../domain/appointments/appointments.ts';
import type { AppointmentId, PassId, PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { decideRegister, type RegisterRefusal, unknownPerson } from '../../../domain/people/person.ts';
import type { Product } from '../../../domain/products/product.ts';
import { scheduleOf } from '../../../domain/schedules/plain-schedules.ts';
import { windowOfDose } from '../../../domain/schedules/schedule.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { keepBooking, type OnlineSlot, slotOf, takePlace } from '../../store/online-slots.ts';
import { type CentreDb, inCentreUnlessRefused } from '../../store/open-databases.ts';
import { planFirstMessage } from '../messages/plan-messages.ts';
import { centreProduct } from '../passes/centre-facts.ts';
import {
  centreTemplates,
  type TemplateRefusal,
  type WantedTemplate,
  wantedTemplate,
} from '../passes/centre-templates.ts';
import { issuePass } from '../passes/issue-pass.ts';
import { recordEvents } from '../passes/record-events.ts';
import { tellEarlierBookings } from './tell-earlier.ts';

export interface BookOnline {
  readonly details: PersonDetails;
  /** One slot for each dose of the schedule, in order. */
  readonly slotIds: readonly string[];
  readonly mayMail: boolean;
  /** Whether no date at all will do too. */
  readonly mayComeUnbooked?: boolean;
  /** Which published look the pass gets; the current one when left out, or the current version of it. */
  readonly template?: WantedTemplate | undefined;
  /** `citizen` on the page; the client's id through the API. */
  readonly actor: string;
}

export interface Booked {
  readonly personId: PersonId;
  readonly passId: PassId;
  readonly appointmentIds: readonly AppointmentId[];
}

export type BookOnlineRefusal =
  | RegisterRefusal
  | 'slot-unknown'
  | 'slot-full'
  | 'interval-too-short'
  | 'interval-too-long'
  | 'dates-missing'
  | TemplateRefusal;

/** Books all dates, registers the person and issues the pass, or does none of it. */
export function bookOnline(
  headquarters: Headquarters,
  centre: Centre,
  command: BookOnline,
): Promise<Result<Booked, BookOnlineRefusal>> {
  return inCentreUnlessRefused(headquarters.databases.app, centre.id, (db) =>
    bookOnlineIn(headquarters, db, centre, command),
  );
}

/** The same in a transaction that is rolled back after a refusal. */
export async function bookOnlineIn(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  command: BookOnline,
): Promise<Result<Booked, BookOnlineRefusal>> {
  const { personKeys, newId } = headquarters;
  const template = wantedTemplate(await centreTemplates(db, centre), command.template);
  if (!template.ok) return template;
  const slots = await slotsOf(db, command.slotIds);
  const personId = newId() as PersonId;
  const product = await centreProduct(db);
  const decided = decide(headquarters, centre, { command, slots, product, personId });
  if (!decided.ok) return decided;
  const places = slots.filter((slot) => slot !== undefined);
  // In one order for everybody, so that two bookings never wait for each other.
  for (const { slotId } of places.toSorted((one, other) => (one.slotId < other.slotId ? -1 : 1)))
    if (!(await takePlace(db, slotId))) return refuse('slot-full');
  const key = randomBytes(32);
  // Written before what is sealed under it is committed: whoever sees that can open it.
  await personKeys.keep(centre.id, [{ stream: personId, key: key.toString('base64url') }]);
  const place = { centre: centre.id, stream: personId, actor: command.actor, key };
  await recordEvents(headquarters, db, { ...place, events: decided.value.events });
  for (const [index, appointmentId] of decided.value.appointmentIds.entries())
    await keepBooking(db, centre.id, { appointmentId, personId, slotId: places[index]?.slotId ?? '' });
  const wish = { centre: centre.id, personId, template: template.value, actor: command.actor };
  const pass = await issuePass(headquarters, db, wish);
  if (!pass.ok) throw new Error(`somebody new got no pass: ${pass.refusal}`);
  await tellEarlierBookings(headquarters, db, centre, { personId, details: command.details });
  if (command.mayMail) await planFirstMessage(headquarters, db, centre, personId);
  return accept({ personId, passId: pass.value, appointmentIds: decided.value.appointmentIds });
}

async function slotsOf(db: CentreDb, ids: readonly string[]): Promise<(OnlineSlot | undefined)[]> {
  const found: (OnlineSlot | undefined)[] = [];
  for (const id of ids) found.push(await slotOf(db, id));
  return found;
}

interface Wish {
  readonly command: BookOnline;
  readonly slots: readonly (OnlineSlot | undefined)[];
  readonly product: Product;
  readonly personId: PersonId;
}

function decide(
  { newId, now }: Headquarters,
  { timeZone }: Centre,
  { command, slots, product, personId }: Wish,
): Result<{ events: StationEvent[]; appointmentIds: AppointmentId[] }, BookOnlineRefusal> {
  const schedule = scheduleOf(product.productId);
  const isUnbooked = slots.length === 0 && command.mayComeUnbooked === true;
  if (!schedule || (slots.length !== schedule.doseCount && !isUnbooked)) return refuse('dates-missing');
  const registered = decideRegister(unknownPerson, {
    personId,
    details: command.details,
    source: 'booking',
    today: plainDateAt(now(), timeZone),
  });
  if (!registered.ok) return registered;
  const events: StationEvent[] = [...registered.value];
  if (command.mayMail)
    events.push({ type: 'ConsentRecorded', version: 1, data: { personId, channel: 'email', isGiven: true } });
  const appointmentIds: AppointmentId[] = [];
  for (const [index, slot] of slots.entries()) {
    if (!slot) return refuse('slot-unknown');
    if (slot.free < 1 || slot.startsAt <= now()) return refuse('slot-full');
    const before = slots[index - 1];
    const appointmentId = newId() as AppointmentId;
    const { startsAt, day, durationMinutes } = slot;
    const facts = { appointmentId, personId, productId: product.productId, startsAt, day, durationMinutes };
    const booked = decideBook(
      noAppointments,
      { ...facts, plannedDose: index + 1, source: 'booking' },
      before && windowOfDose(schedule, index + 1, before.day),
    );
    if (!booked.ok)
      return booked.refusal === 'dose-already-booked' ? refuse('slot-full') : refuse(booked.refusal);
    events.push(...booked.value);
    appointmentIds.push(appointmentId);
  }
  return accept({ events, appointmentIds });
}

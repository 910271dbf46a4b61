import { randomBytes } from 'node:crypto';
import { type BookRefusal, decideBook, noAppointments } from '../../../domain/appointments/appointments.ts';
import type { AppointmentBooked } from '../../../domain/appointments/events.ts';
import type { AppointmentId, PassId, PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { decideRegister, type RegisterRefusal, unknownPerson } from '../../../domain/people/person.ts';
import { isStillToChoose, nextDateOf } from '../../../domain/schedules/dates-of-somebody-new.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import {
  freeSlotLike,
  keepBooking,
  lastOpenDay,
  type OnlineSlot,
  placeOf,
} from '../../store/online-slots.ts';
import { type CentreDb, inCentreUnlessRefused } from '../../store/open-databases.ts';
import { takePlaces } from '../../store/take-places.ts';
import { planFirstMessage } from '../messages/plan-messages.ts';
import { centreOffer, type Offer } from '../passes/centre-facts.ts';
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
  /** One slot for each dose that is missing and for which days are opened, in order. */
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
  | 'dose-not-due'
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
  const ground = { ...(await centreOffer(db)), openedTo: await lastOpenDay(db, headquarters.now()) };
  const decideFor = (at: Wish['slots']) =>
    decide(headquarters, centre, { ...ground, command, slots: at, personId });
  const wished = decideFor(slots);
  if (!wished.ok) return wished;
  const places = await takePlaces(
    db,
    slots.filter((slot) => slot !== undefined),
  );
  if (!places) return refuse('slot-full');
  // Of the lanes that they became.
  const decided = decideFor(places);
  if (!decided.ok) return decided;
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
  for (const id of ids) found.push(await freeSlotLike(db, id));
  return found;
}

interface Wish extends Offer {
  readonly command: BookOnline;
  readonly slots: readonly (OnlineSlot | undefined)[];
  readonly personId: PersonId;
  readonly openedTo: PlainDate | undefined;
}

function decide(
  headquarters: Headquarters,
  { timeZone }: Centre,
  wish: Wish,
): Result<{ events: StationEvent[]; appointmentIds: AppointmentId[] }, BookOnlineRefusal> {
  const { command, personId } = wish;
  const registered = decideRegister(unknownPerson, {
    personId,
    details: command.details,
    source: 'booking',
    today: plainDateAt(headquarters.now(), timeZone),
  });
  if (!registered.ok) return registered;
  const events: StationEvent[] = [...registered.value];
  if (command.mayMail)
    events.push({ type: 'ConsentRecorded', version: 1, data: { personId, channel: 'email', isGiven: true } });
  if (wish.slots.length === 0 && command.mayComeUnbooked) return accept({ events, appointmentIds: [] });
  const dates = decideDates(headquarters, wish);
  if (!dates.ok) return dates;
  const appointmentIds = dates.value.map(({ data }) => data.appointmentId);
  return accept({ events: [...events, ...dates.value], appointmentIds });
}

/** All dates that are missing, by the schedule that the centre goes by for somebody of that age. */
function decideDates(
  { newId, now }: Headquarters,
  { command, slots, product, confirmed, personId, openedTo }: Wish,
): Result<AppointmentBooked[], BookOnlineRefusal> {
  const { productId } = product;
  const who = { productId, confirmed, birthDate: command.details.birthDate };
  const events: AppointmentBooked[] = [];
  const chosen: PlainDate[] = [];
  for (const slot of slots) {
    if (!slot) return refuse('slot-unknown');
    if (slot.free < 1 || slot.startsAt <= now()) return refuse('slot-full');
    const { day } = slot;
    const next = nextDateOf(who, chosen, day);
    if (!next) return refuse(chosen.length === 0 ? 'dose-not-due' : 'dates-missing');
    const appointmentId = newId() as AppointmentId;
    const facts = { appointmentId, personId, productId, ...placeOf(slot) };
    const booked = decideBook(
      noAppointments,
      { ...facts, plannedDose: next.dose, source: 'booking' },
      next.window,
    );
    if (!booked.ok) return refuse(whyNot(booked.refusal, chosen.length));
    events.push(...booked.value);
    chosen.push(day);
  }
  return isStillToChoose(who, chosen, openedTo) ? refuse('dates-missing') : accept(events);
}

function whyNot(refusal: BookRefusal, datesBefore: number): BookOnlineRefusal {
  if (refusal === 'dose-already-booked') return 'slot-full';
  return datesBefore === 0 ? 'dose-not-due' : refusal;
}

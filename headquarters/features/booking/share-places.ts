import { evolveAppointments, noAppointments } from '../../../domain/appointments/appointments.ts';
import { splitPlaces } from '../../../domain/appointments/online-share.ts';
import { openLanesOf } from '../../../domain/appointments/open-lanes.ts';
import type { OnlineShare } from '../../../domain/appointments/slot-events.ts';
import { slotsOf } from '../../../domain/appointments/slots.ts';
import { fold } from '../../../domain/kernel/event.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import type { FedEvent } from '../../store/feed.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { eventsOfTypes } from '../../store/received-events.ts';
import {
  keepDeskDates,
  keepShare,
  offerSlots,
  onlineDatesOf,
  peopleWithDatesFrom,
  type SharedSlot,
  shareOf,
} from '../../store/shared-slots.ts';
import { centreOffer } from '../passes/centre-facts.ts';
import { eventIn } from '../passes/event-in.ts';
import type { HistoryOf } from '../passes/known-of-people.ts';

/**
 * Offers online what the centre's share says of the places that its desk opened, and counts what the desk gave away
 * itself. A centre that said no share is left as it is. Call it in the transaction that follows the feed.
 */
export async function sharePlaces(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { fed, historyOf }: { readonly fed: readonly FedEvent[]; readonly historyOf: HistoryOf },
): Promise<void> {
  const told = fed.flatMap(({ event }) => eventIn(event) ?? []);
  const before = await shareOf(db);
  const isSet = told.some(({ type }) => type === 'OnlineShareSet');
  if (!before && !isSet) return;
  const isOther =
    isSet || told.some(({ type }) => type === 'ProductActivated' || type === 'ProductDeactivated');
  const changed = told.flatMap((event) =>
    event.type === 'SlotsOpened' || event.type === 'SlotsClosed' ? [event.data.day] : [],
  );
  if (isOther) await offer(headquarters, db, centre);
  else if (changed.length > 0) await offer(headquarters, db, centre, [...new Set(changed)]);
  const today = plainDateAt(headquarters.now(), centre.timeZone);
  // What the desk gave away before the first share was never counted.
  const people = before ? peopleIn(fed) : new Set(await peopleWithDatesFrom(db, today));
  for (const person of people) await countDates(db, centre, person as PersonId, historyOf);
}

/** All days from today on, or these. */
async function offer(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  days?: readonly PlainDate[],
): Promise<void> {
  const events = await eventsOfTypes(db, ['SlotsOpened', 'SlotsClosed', 'OnlineShareSet']);
  const said = events.flatMap((event) => eventIn(event) ?? []);
  const share = said.flatMap((event) => (event.type === 'OnlineShareSet' ? [event.data] : [])).at(-1);
  if (!share) return;
  await keepShare(db, centre.id, share);
  const { product } = await centreOffer(db);
  const now = headquarters.now();
  const today = plainDateAt(now, centre.timeZone);
  const slots: SharedSlot[] = [];
  for (const [day, lanes] of openLanesOf(said)) {
    if (day < today || (days && !days.includes(day))) continue;
    for (const lane of lanes.filter(({ productId }) => productId === product.productId))
      for (const slot of slotsOf(lane, day, centre.timeZone, new Map()))
        if (slot.startsAt > now) slots.push(shared(headquarters, share, slot));
  }
  await offerSlots(db, centre.id, slots, { after: now, days });
}

function shared(
  { newId }: Headquarters,
  share: OnlineShare,
  { lane, startsAt, day, durationMinutes, capacity }: ReturnType<typeof slotsOf>[number],
): SharedSlot {
  const { online, walkIn } = splitPlaces(capacity, share);
  const places = capacity - walkIn;
  return { slotId: newId(), startsAt, day, durationMinutes, capacity: online, lane, places };
}

function peopleIn(fed: readonly FedEvent[]): Set<string> {
  const isAboutDates = /^(Appointment|CheckInUndone|RegistrationWithdrawn)/;
  return new Set(fed.flatMap(({ event }) => (isAboutDates.test(event.type) ? [event.stream] : [])));
}

async function countDates(
  db: CentreDb,
  centre: Centre,
  personId: PersonId,
  historyOf: HistoryOf,
): Promise<void> {
  const { appointments } = fold(noAppointments, evolveAppointments, await historyOf(personId));
  const online = await onlineDatesOf(db, personId);
  const dates = appointments.flatMap(({ appointmentId, startsAt, lane, status }) =>
    lane && status !== 'cancelled' && status !== 'elsewhere' && !online.has(appointmentId)
      ? [{ appointmentId, startsAt, lane }]
      : [],
  );
  await keepDeskDates(db, centre.id, personId, dates);
}

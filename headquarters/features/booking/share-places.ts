import { evolveAppointments, noAppointments } from '../../../domain/appointments/appointments.ts';
import { splitPlaces } from '../../../domain/appointments/online-share.ts';
import { openLanesOf } from '../../../domain/appointments/open-lanes.ts';
import type { OnlineShare } from '../../../domain/appointments/slot-events.ts';
import { slotsOf } from '../../../domain/appointments/slots.ts';
import { fold } from '../../../domain/kernel/event.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantOf, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import type { FedEvent } from '../../store/feed.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { eventsOfTypes } from '../../store/received-events.ts';
import {
  holdCount,
  keepDeskDates,
  keepShare,
  moveCount,
  offerSlots,
  onlineDatesOf,
  peopleWithDatesFrom,
  type SharedSlot,
  shareOf,
} from '../../store/shared-slots.ts';
import { centreOffer } from '../passes/centre-facts.ts';
import { eventIn } from '../passes/event-in.ts';
import type { HistoryOf } from '../passes/known-of-people.ts';
import { loadHistory } from '../passes/person-history.ts';

/** People of one transaction. */
const AT_ONCE = 20;

/**
 * Offers online what the centre's share says of the places that its desk opened, and counts what the desk gives away
 * itself. A centre that said no share is left as it is; a first one is offered once all is counted that the desk gave
 * away before (`countEarlierDates`). Call it in the transaction that follows the feed.
 */
export async function sharePlaces(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { fed, historyOf }: { readonly fed: readonly FedEvent[]; readonly historyOf: HistoryOf },
): Promise<void> {
  const told = fed.flatMap(({ event }) => eventIn(event) ?? []);
  const isSet = told.some(({ type }) => type === 'OnlineShareSet');
  if (!isSet && !(await shareOf(db))) return;
  const isOther =
    isSet || told.some(({ type }) => type === 'ProductActivated' || type === 'ProductDeactivated');
  const changed = told.flatMap((event) =>
    event.type === 'SlotsOpened' || event.type === 'SlotsClosed' ? [event.data.day] : [],
  );
  if (isOther) await offer(headquarters, db, centre);
  else if (changed.length > 0) await offer(headquarters, db, centre, [...new Set(changed)]);
  const from = await lookedFrom(headquarters, centre);
  for (const person of peopleIn(fed))
    await countDates(db, centre, { personId: person as PersonId, historyOf, from });
}

/**
 * Counts what the desk had given away before the first share, some people at a time, and offers that share once they
 * all are counted. Stopped at any moment, it goes on there. Answers whether something was left to do.
 */
export function countEarlierDates(headquarters: Headquarters, centre: Centre): Promise<boolean> {
  return inCentre(headquarters.databases.app, centre.id, async (db) => {
    const after = await holdCount(db);
    if (after === undefined) return false;
    const from = await lookedFrom(headquarters, centre);
    const people = await peopleWithDatesFrom(db, from.day, { after, limit: AT_ONCE });
    const historyOf: HistoryOf = (personId) => loadHistory(headquarters, db, centre.id, personId);
    for (const person of people)
      await countDates(db, centre, { personId: person as PersonId, historyOf, from });
    await moveCount(db, centre.id, people.length < AT_ONCE ? undefined : people.at(-1));
    if (people.length < AT_ONCE) await offer(headquarters, db, centre);
    return true;
  });
}

interface From {
  readonly after: Instant;
  readonly day: PlainDate;
}

/** From when on places and dates count. By a clock that jumped from ever: none of those to come is left out. */
async function lookedFrom({ clock, now }: Headquarters, { timeZone }: Centre): Promise<From> {
  const after = (await clock.isTrusted()) ? now() : instantOf(0);
  return { after, day: plainDateAt(after, timeZone) };
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
  if ((await holdCount(db)) !== undefined) return;
  const { product } = await centreOffer(db);
  const from = await lookedFrom(headquarters, centre);
  const slots: SharedSlot[] = [];
  for (const [day, lanes] of openLanesOf(said)) {
    if (day < from.day || (days && !days.includes(day))) continue;
    for (const lane of lanes.filter(({ productId }) => productId === product.productId))
      for (const slot of slotsOf(lane, day, centre.timeZone, new Map()))
        if (slot.startsAt > from.after) slots.push(shared(headquarters, share, slot));
  }
  await offerSlots(db, centre.id, slots, { after: from.after, days });
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
  {
    personId,
    historyOf,
    from,
  }: { readonly personId: PersonId; readonly historyOf: HistoryOf; readonly from: From },
): Promise<void> {
  const { appointments } = fold(noAppointments, evolveAppointments, await historyOf(personId));
  const online = await onlineDatesOf(db, personId);
  const dates = appointments.flatMap(({ appointmentId, startsAt, day, lane, status }) =>
    lane && day >= from.day && status !== 'cancelled' && status !== 'elsewhere' && !online.has(appointmentId)
      ? [{ appointmentId, startsAt, lane }]
      : [],
  );
  await keepDeskDates(db, centre.id, personId, dates);
}

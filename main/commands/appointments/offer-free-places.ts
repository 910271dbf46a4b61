import { dateOfDose } from '../../../domain/appointments/appointments.ts';
import { dateAt, type Slot, slotKey } from '../../../domain/appointments/slots.ts';
import { decideEndOffer, offer, placeFor, type Waiting } from '../../../domain/appointments/standby.ts';
import { type AppointmentId, idOf, type OfferId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import { doseWindow } from '../../../domain/vaccination/dose-window.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { messageDraft } from '../../outbox/message-draft.ts';
import { slotsOfDay } from '../../queries/appointments/find-slot.ts';
import type { Station } from '../../station.ts';
import {
  offersOf,
  openOffers,
  type StandbyRow,
  waitingList,
} from '../../store/tables/appointments/standby.ts';
import { type Decided, runCommand } from '../run-command.ts';

type Part = NonNullable<Decided<unknown>['also']>[number];

const topics = ['appointments', 'board', 'desk'] as const;

/**
 * Offers every free place to whoever waits for one like it, first come first served, and ends offers that nobody
 * answered. It looks at what is free, not at what became free: run again, it does nothing twice and forgets nothing.
 */
export function offerFreePlaces(station: Station): void {
  endExpiredOffers(station);
  runCommand(station, { name: 'offer-free-places', actor: 'outbox', topics }, () => {
    const offers = decideOffers(station);
    const [first, ...others] = offers;
    if (!first) return refuse('nothing-to-offer');
    const outbox = offers.flatMap(({ events }) =>
      events.map(({ data }) =>
        // An offer is no date yet: its own id stands where a message names its date.
        messageDraft(data.personId, 'standby-offer', idOf<AppointmentId>(data.offerId)),
      ),
    );
    return accept({ ...first, also: others, outbox, value: {} });
  });
}

function decideOffers(station: Station) {
  const now = station.now();
  const today = plainDateAt(now, station.settings.timeZone);
  const free = freePlaces(station);
  return waitingList(station.db, today).flatMap((row) => {
    const waiting = waitingOf(station, row);
    if (!waiting) return [];
    const from = waiting.fromDay > today ? waiting.fromDay : today;
    const slot = placeFor(waiting, free.between(from, waiting.toDay), now, ({ lane, startsAt }) =>
      slotKey(lane, startsAt),
    );
    if (!slot) return [];
    free.take(slot);
    const offerId = idOf<OfferId>(station.newId());
    const event = offer(waiting, dateAt(slot), { offerId, now, occasion: 'free-place' });
    return [{ stream: waiting.personId as string, events: [event] }];
  });
}

/** Undefined for somebody who holds an offer already, or needs none any more. */
function waitingOf(station: Station, row: StandbyRow): Waiting | undefined {
  const offers = offersOf(station.db, row.standby_id);
  if (offers.some(({ status }) => status === 'open')) return undefined;
  const known = loadPerson(station.db, row.person_id);
  if (known.person.status !== 'registered') return undefined;
  const given = known.vaccination.doses.filter((dose) => !dose.isVoided).length;
  const date = dateOfDose(known.appointments, row.planned_dose);
  if (given >= row.planned_dose || (date && date.status !== 'booked')) return undefined;
  const window = doseWindow(known, row.product_id, row.planned_dose);
  return {
    standbyId: row.standby_id,
    personId: row.person_id,
    fromDay: row.from_day,
    toDay: row.to_day,
    refused: new Set(offers.flatMap(({ lane, starts_at }) => (lane ? [slotKey(lane, starts_at)] : []))),
    ...(row.lane ? { lane: row.lane } : {}),
    ...(date ? { bookedAt: date.startsAt } : {}),
    ...(window ? { earliest: window.earliest } : {}),
    ...(window?.latest ? { latest: window.latest } : {}),
  };
}

/** Free places day by day, each day looked up once; what was just offered is no longer free. */
function freePlaces(station: Station) {
  const days = new Map<PlainDate, Slot[]>();
  const slotsOn = (day: PlainDate): Slot[] => {
    const known = days.get(day) ?? slotsOfDay(station, day);
    days.set(day, known);
    return known;
  };
  return {
    *between(from: PlainDate, to: PlainDate): Generator<Slot> {
      for (let day = from; day <= to; day = addDays(day, 1)) yield* slotsOn(day);
    },
    take({ day, lane, startsAt }: Slot): void {
      const left = slotsOn(day).map((slot) =>
        slot.lane === lane && slot.startsAt === startsAt ? { ...slot, taken: slot.taken + 1 } : slot,
      );
      days.set(day, left);
    },
  };
}

function endExpiredOffers(station: Station): void {
  const now = station.now();
  if (!openOffers(station.db).some(({ expires_at }) => expires_at <= now)) return;
  runCommand(station, { name: 'end-expired-offers', actor: 'outbox', topics }, () => {
    const expired = openOffers(station.db).filter(({ expires_at }) => expires_at <= now);
    const [first, ...others] = expired.flatMap((row): Part[] => {
      const { standby } = loadPerson(station.db, row.person_id);
      const ended = decideEndOffer(standby, { offerId: row.offer_id, how: 'expired', now });
      return ended.ok ? [{ stream: row.person_id, events: ended.value }] : [];
    });
    return first ? accept({ ...first, also: others, value: {} }) : refuse('nothing-expired');
  });
}

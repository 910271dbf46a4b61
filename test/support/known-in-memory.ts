import type { Slot } from '../../domain/appointments/slots.ts';
import type { OpenOffer, Waiting } from '../../domain/appointments/standby.ts';
import type { GoogleWalletUse, Known } from '../../domain/follow-ups/known.ts';
import { type Asker, type Following, whatFollows } from '../../domain/follow-ups/what-follows.ts';
import { type EventId, idOf, type OfferId, type PassId, type PersonId } from '../../domain/kernel/ids.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import { nobody, withEvents } from '../../domain/known-person.ts';
import { shownCourse } from '../../domain/products/product-in-question.ts';
import type { RecordedEvent, StationEvent } from '../../domain/station-event.ts';
import { doseStateOf, dosesTogether } from '../../domain/vaccination/vaccination.ts';

/** What is the case when an event is recorded. */
export interface World {
  /** What stands in the log before; the person of an event is in its data. */
  readonly before?: readonly StationEvent[];
  readonly google?: GoogleWalletUse;
  readonly cards?: readonly PassId[];
  readonly waiting?: readonly Waiting[];
  readonly openOffers?: readonly OpenOffer[];
  readonly slots?: readonly Slot[];
}

export const today = '2026-11-23' as PlainDate;
export const now = `${today}T08:00:00.000Z` as Instant;

/** Events that are recorded together, and what is known then. */
export interface Round {
  readonly recorded: readonly RecordedEvent[];
  readonly known: Known;
  readonly following: Following;
}

/** All that comes of these events, round by round, as a commit does it, without a store. */
export function roundsOf(
  first: readonly StationEvent[],
  world: World = {},
  asker: Asker = 'stand-alone',
): Round[] {
  const log = (world.before ?? []).map(recordedOf);
  const rounds: Round[] = [];
  for (let recorded = first.map(recordedOf); recorded.length > 0; ) {
    const known = knownIn(world, [...log], [...log, ...recorded]);
    log.push(...recorded);
    const following = whatFollows(recorded, known, asker);
    rounds.push({ recorded, known, following });
    recorded = following.events.map(({ event }) => recordedOf(event));
  }
  return rounds;
}

function knownIn(world: World, before: readonly RecordedEvent[], log: readonly RecordedEvent[]): Known {
  const stateIn = (events: readonly RecordedEvent[], personId: PersonId) =>
    withEvents(
      nobody,
      events.flatMap(({ event }) =>
        'personId' in event.data && event.data.personId === personId ? event : [],
      ),
    );
  const linkedSet = (personId: PersonId): PersonId[] => {
    const reached = [personId];
    for (const one of reached)
      for (const link of linksIn(log, one)) {
        const other = link.one === one ? link.other : link.one;
        if (!reached.includes(other)) reached.push(other);
      }
    return reached;
  };
  return {
    person: (personId) => stateIn(log, personId),
    personBefore: (personId) => stateIn(before, personId),
    linkedSet,
    directLinks: (personId) => linksIn(log, personId),
    doses: (personId) => {
      const { doses } = dosesTogether(linkedSet(personId).map((each) => stateIn(log, each).vaccination));
      const dates = stateIn(log, personId).appointments.appointments;
      return doseStateOf({ doses }, shownCourse({ dates, doses }));
    },
    newPass: () => ({
      passId: idOf<PassId>('PASS-NEW'),
      keyId: 0,
      templateId: 'standard',
      templateVersion: 1,
    }),
    googleWallet: () => world.google,
    hasGoogleCard: (passId) => (world.cards ?? []).includes(passId),
    waiting: () =>
      (world.waiting ?? []).filter(({ personId }) => stateIn(log, personId).standby.offers.length === 0),
    openOffers: () => world.openOffers ?? [],
    slotsOfDay: (day) => (world.slots ?? []).filter((slot) => slot.day === day),
    newOfferId: () => idOf<OfferId>('offer-new'),
    now: () => now,
    today: () => today,
  };
}

function linksIn(log: readonly RecordedEvent[], personId: PersonId) {
  const links = new Map<string, { one: PersonId; other: PersonId }>();
  for (const { event } of log) {
    const isPair =
      event.type === 'PersonsLinked' || event.type === 'PersonsUnlinked' || event.type === 'PersonsToldApart';
    if (!isPair) continue;
    const [one, other] = [event.data.personId, event.data.otherId].sort() as [PersonId, PersonId];
    if (event.type === 'PersonsLinked') links.set(`${one} ${other}`, { one, other });
    else links.delete(`${one} ${other}`);
  }
  return [...links.values()].filter((link) => link.one === personId || link.other === personId);
}

function recordedOf(event: StationEvent): RecordedEvent {
  const stream = 'personId' in event.data ? event.data.personId : 'centre';
  return {
    id: idOf<EventId>(`event-of-${event.type}`),
    stream,
    station: 'station-1',
    epoch: 1,
    seq: 1,
    hlc: now,
    occurredAt: now,
    recordedAt: now,
    actor: 'staff:test',
    event,
  };
}

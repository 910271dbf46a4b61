import { followUpTable } from '../../../domain/follow-ups/follow-up-table.ts';
import { whatFollows } from '../../../domain/follow-ups/what-follows.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { type FedEvent, feedAfter, ownStationOf } from '../../store/feed.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { movePassCursor, passCursor } from '../../store/passes.ts';
import { withdrawClosedDays } from '../booking/closed-days.ts';
import { freePlacesLeft } from '../booking/free-places.ts';
import { sharePlaces } from '../booking/share-places.ts';
import { takeOrderedMessages } from '../messages/ordered-messages.ts';
import { planMessages, planReminder } from '../messages/plan-messages.ts';
import { planReplanning } from '../messages/replan-reminders.ts';
import { centreFacts } from './centre-facts.ts';
import { connectedSince, type IsDecidedHere } from './connected-since.ts';
import { isPassEvent, keepPassEvent, recordPassEvent, signAnew } from './keep-pass-event.ts';
import { type HistoryOf, knownOfPeople } from './known-of-people.ts';
import { loadHistory } from './person-history.ts';

const AT_ONCE = 200;

/**
 * Follows a centre's feed and decides what follows for passes and messages from what connected stations and
 * headquarters itself recorded: nobody else does. Answers how many events were looked at. Call it in one transaction:
 * cursor, events, passes and messages move together.
 */
export async function followFeed(headquarters: Headquarters, db: CentreDb, centre: Centre): Promise<number> {
  const fed = await feedAfter(db, await passCursor(db), AT_ONCE);
  const last = fed.at(-1);
  if (!last) return 0;
  const historyOf = historiesOf(headquarters, db, centre);
  const isDecidedHere = await connectedSince(db);
  await takeOrderedMessages(headquarters, db, centre, fed);
  const { connected, own, standAlone, passEvents } = await sorted(centre, { fed, historyOf, isDecidedHere });
  for (const event of passEvents) await keepPassEvent(headquarters, db, centre, event);
  const looked = [...connected, ...own];
  const people = new Set(looked.flatMap(peopleIn));
  const known = await knownOfPeople(db, centre, { people: [...people], looked, historyOf });
  const { events } = whatFollows(looked, known, 'headquarters');
  for (const { event } of events) await recordPassEvent(headquarters, db, centre, event);
  // What people do by themselves they are told of when they do it.
  const { outbox } = whatFollows(connected, known, 'headquarters');
  await signAnew(headquarters, db, centre, outbox);
  await planMessages(headquarters, db, centre, outbox);
  if ([...looked, ...standAlone].some(({ event }) => event.type === 'ScheduleVersionActivated'))
    await planReplanning(headquarters, db, centre);
  const facts = await centreFacts(db);
  for (const personId of remindedOf(looked))
    await planReminder(headquarters, db, centre, { personId, evenLate: true, facts });
  for (const personId of remindedOf(standAlone))
    await planReminder(headquarters, db, centre, { personId, evenLate: false, facts });
  // Last: whoever books a date for a pass holds the pass before the place, too.
  await freePlacesLeft(headquarters, db, centre, fed);
  await withdrawClosedDays(db, fed);
  await sharePlaces(headquarters, db, centre, { fed, historyOf });
  await movePassCursor(db, centre.id, last.position);
  return fed.length;
}

interface Sorted {
  /** Of stations for which headquarters decides. */
  readonly connected: readonly RecordedEvent[];
  /** Of headquarters, without what is on a pass already. */
  readonly own: readonly RecordedEvent[];
  /** Of stations that decided by themselves then. */
  readonly standAlone: readonly RecordedEvent[];
  /** What stations decided on passes. */
  readonly passEvents: readonly RecordedEvent[];
}

async function sorted(
  centre: Centre,
  {
    fed,
    historyOf,
    isDecidedHere,
  }: {
    readonly fed: readonly FedEvent[];
    readonly historyOf: HistoryOf;
    readonly isDecidedHere: IsDecidedHere;
  },
): Promise<Sorted> {
  const ownStation = ownStationOf(centre.id);
  const all: RecordedEvent[] = [];
  const onTheirPass = new Set<string>();
  for (const { event } of fed) {
    if (!isFollowed(event.type) && !isPassEvent(event.type)) continue;
    const history = await historyOf(event.stream as PersonId);
    const told = history.find(({ id }) => id === event.id);
    if (told) all.push(told);
    if (told && isOnItsPass(told, history)) onTheirPass.add(told.id);
  }
  const causes = all.filter(({ event }) => !isPassEvent(event.type));
  const ofStations = causes.filter(({ station }) => station !== ownStation);
  return {
    connected: ofStations.filter(isDecidedHere),
    own: causes.filter((event) => event.station === ownStation && !onTheirPass.has(event.id)),
    standAlone: ofStations.filter((event) => !isDecidedHere(event)),
    passEvents: all.filter(({ station, event }) => station !== ownStation && isPassEvent(event.type)),
  };
}

function isFollowed(type: string): boolean {
  const row = followUpTable[type as RecordedEvent['event']['type']];
  return (
    row !== undefined && 'follows' in row && row.follows.some(({ decidedBy }) => decidedBy !== 'station')
  );
}

/** The dates that a pass was issued with are on it already. */
function isOnItsPass({ id, event }: RecordedEvent, history: readonly RecordedEvent[]): boolean {
  if (event.type !== 'AppointmentBooked') return false;
  const at = history.findIndex((each) => each.id === id);
  return history.slice(at + 1).some((each) => each.event.type === 'PassIssued');
}

function peopleIn({ event: { data } }: RecordedEvent): PersonId[] {
  return [
    ...('personId' in data && data.personId ? [data.personId] : []),
    ...('otherId' in data ? [data.otherId] : []),
  ];
}

/** Whose next dose may be due on another day now. */
function remindedOf(events: readonly RecordedEvent[]): Set<PersonId> {
  return new Set(events.filter(({ event }) => /^(Dose|Appointment)/.test(event.type)).flatMap(peopleIn));
}

/** Each history is read once. */
function historiesOf(headquarters: Headquarters, db: CentreDb, centre: Centre): HistoryOf {
  const read = new Map<PersonId, Promise<RecordedEvent[]>>();
  return (personId) => {
    const history = read.get(personId) ?? loadHistory(headquarters, db, centre.id, personId);
    read.set(personId, history);
    return history;
  };
}

import type { WireEvent } from '../../../contracts/sync/wire-event.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { eventsOfTypes } from '../../store/received-events.ts';
import { eventIn } from './event-in.ts';

/**
 * Whether what follows from an event for passes is decided here: its station recorded it after it had joined and before
 * it left. What was recorded before was decided by the station, and all of that comes with its log.
 */
export type IsDecidedHere = (event: Pick<WireEvent, 'station' | 'epoch' | 'seq'>) => boolean;

export async function connectedSince(db: CentreDb): Promise<IsDecidedHere> {
  const marks = await eventsOfTypes(db, ['HeadquartersJoined', 'HeadquartersLeft']);
  return (event) => lastBefore(marks, event)?.type === 'HeadquartersJoined';
}

/**
 * Whether what a station ordered is still to be done, and by this headquarters (its fingerprint): ordered from another
 * one it was done there, and a station that has left since was told that nothing goes out any more.
 */
export async function ordersThatStand(db: CentreDb, headquarters: string): Promise<IsDecidedHere> {
  const marks = await eventsOfTypes(db, ['HeadquartersJoined', 'HeadquartersLeft']);
  return (event) => {
    const joined = lastBefore(marks, event);
    if (joined?.type !== 'HeadquartersJoined') return false;
    const mark = eventIn(joined);
    const isOurs = mark?.type === 'HeadquartersJoined' && mark.data.headquarters === headquarters;
    const hasLeft = marks.some(
      ({ type, ...mark }) =>
        type === 'HeadquartersLeft' && mark.station === event.station && isBefore(event, mark),
    );
    return isOurs && !hasLeft;
  };
}

function lastBefore(marks: readonly WireEvent[], event: Place & { readonly station: string }) {
  return marks
    .filter((mark) => mark.station === event.station && isBefore(mark, event))
    .reduce<WireEvent | undefined>((last, mark) => (last && isBefore(mark, last) ? last : mark), undefined);
}

type Place = Pick<WireEvent, 'epoch' | 'seq'>;

function isBefore(one: Place, other: Place): boolean {
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.seq < other.seq);
}

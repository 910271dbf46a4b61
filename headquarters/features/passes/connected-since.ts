import type { WireEvent } from '../../../contracts/sync/wire-event.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { eventsOfTypes } from '../../store/received-events.ts';

/**
 * Whether what follows from an event for passes is decided here: its station recorded it after it had joined and before
 * it left. What was recorded before was decided by the station, and all of that comes with its log.
 */
export type IsDecidedHere = (event: Pick<WireEvent, 'station' | 'epoch' | 'seq'>) => boolean;

export async function connectedSince(db: CentreDb): Promise<IsDecidedHere> {
  const marks = await eventsOfTypes(db, ['HeadquartersJoined', 'HeadquartersLeft']);
  return (event) =>
    marks
      .filter((mark) => mark.station === event.station && isBefore(mark, event))
      .reduce<WireEvent | undefined>((last, mark) => (last && isBefore(mark, last) ? last : mark), undefined)
      ?.type === 'HeadquartersJoined';
}

type Place = Pick<WireEvent, 'epoch' | 'seq'>;

function isBefore(one: Place, other: Place): boolean {
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.seq < other.seq);
}

import { CENTRE_STREAM, type OnlineShare } from '../../domain/appointments/slot-events.ts';
import type { ReadableDb } from '../store/database.ts';
import { sharedHistoryOf } from '../store/event-log/read-events.ts';

/** How the centre splits its places by what was said last; undefined until it was said. */
export function onlineShareOf(db: ReadableDb): OnlineShare | undefined {
  return sharedHistoryOf(db, CENTRE_STREAM)
    .flatMap(({ event }) => (event.type === 'OnlineShareSet' ? [event.data] : []))
    .at(-1);
}

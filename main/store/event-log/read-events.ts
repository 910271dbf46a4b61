import { eventOfLog } from '../../../contracts/events/read-event.ts';
import { type EventId, idOf } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import type { EventRow } from '../../../ledger/event-row.ts';
import { unseal } from '../../../ledger/sealing.ts';
import type { ReadableDb } from '../database.ts';
import { personKeyOf } from '../person-keys.ts';

/** What an event says, without the hashes that prove it: two buffers less for each of a million rows. */
type ToldEvent = Omit<EventRow, 'prev_hash' | 'hash'>;
const toldColumns = `position, id, type, version, stream, station, epoch, seq, hlc, occurred_at, recorded_at,
  actor, data`;

/** A person's (or the centre's) whole history as far as this version of the program knows it, oldest first. */
export function historyOf(db: ReadableDb, stream: string): RecordedEvent[] {
  const key = personKeyOf(db, stream);
  return db
    .all<ToldEvent>(`SELECT ${toldColumns} FROM event WHERE stream = ? ORDER BY position`, stream)
    .flatMap((row) => recordedEventOf(row, key) ?? []);
}

const PAGE = 2_000;

/** All of the log that this version of the program knows, oldest first, read page by page: others may write to the store in between. */
export function* wholeLog(db: ReadableDb): Generator<RecordedEvent> {
  let after = 0;
  for (;;) {
    const page = db.all<ToldEvent & { key: Uint8Array | null }>(
      `SELECT ${toldColumns}, key FROM event
        LEFT JOIN person_key ON person_key.person_id = event.stream
        WHERE position > ? ORDER BY position LIMIT ?`,
      after,
      PAGE,
    );
    for (const row of page) {
      const recorded = recordedEventOf(row, row.key ?? undefined);
      if (recorded) yield recorded;
    }
    const last = page.at(-1);
    if (!last) return;
    after = last.position;
  }
}

/**
 * `key` opens the personal part; without it that part reads as undefined. Undefined for an event of a type or version
 * that this program does not know: it is kept, and changes nothing.
 */
export function recordedEventOf(row: ToldEvent, key: Uint8Array | undefined): RecordedEvent | undefined {
  const event = eventOfLog({ type: row.type, version: row.version, data: openedData(row, key) });
  if (!event) return undefined;
  return {
    id: idOf<EventId>(row.id),
    stream: row.stream,
    station: row.station,
    epoch: row.epoch,
    seq: row.seq,
    hlc: row.hlc,
    occurredAt: row.occurred_at as Instant,
    recordedAt: row.recorded_at as Instant,
    actor: row.actor,
    event,
  };
}

/** The data of an event, its personal part opened where the key is here. */
export function openedData(row: Pick<ToldEvent, 'id' | 'data'>, key: Uint8Array | undefined): object {
  const { personal: box, ...open } = JSON.parse(row.data) as { personal?: string };
  return box !== undefined && key ? { ...open, personal: unseal(key, row.id, box) } : open;
}

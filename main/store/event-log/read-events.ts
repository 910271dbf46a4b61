import { type EventId, idOf } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { RecordedEvent, StationEvent } from '../../../domain/station-event.ts';
import type { EventRow } from '../../../ledger/event-row.ts';
import { unseal } from '../../../ledger/sealing.ts';
import type { ReadableDb } from '../database.ts';
import { personKeyOf } from '../person-keys.ts';

/** What an event says, without the hashes that prove it: two buffers less for each of a million rows. */
type ToldEvent = Omit<EventRow, 'prev_hash' | 'hash'>;
const toldColumns = `position, id, type, version, stream, station, epoch, seq, hlc, occurred_at, recorded_at,
  actor, data`;

/** A person's (or the centre's) whole history, oldest first. */
export function historyOf(db: ReadableDb, stream: string): RecordedEvent[] {
  const key = personKeyOf(db, stream);
  return db
    .all<ToldEvent>(`SELECT ${toldColumns} FROM event WHERE stream = ? ORDER BY position`, stream)
    .map((row) => recordedEventOf(row, key));
}

const PAGE = 2_000;

/** The whole log, oldest first, read page by page: others may write to the store in between. */
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
    for (const row of page) yield recordedEventOf(row, row.key ?? undefined);
    const last = page.at(-1);
    if (!last) return;
    after = last.position;
  }
}

/** `key` opens the personal part; without it that part reads as undefined. */
export function recordedEventOf(row: ToldEvent, key: Uint8Array | undefined): RecordedEvent {
  const { personal: box, ...open } = JSON.parse(row.data) as { personal?: string };
  const personal = box !== undefined && key ? unseal(key, row.id, box) : undefined;
  const data = personal === undefined ? open : { ...open, personal };
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
    // The log holds what `decide` wrote in some version; a type this version does not know is kept, not projected.
    event: { type: row.type, version: row.version, data } as unknown as StationEvent,
  };
}

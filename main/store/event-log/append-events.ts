import { shapeFaultOf } from '../../../contracts/events/read-event.ts';
import { type EventId, idOf } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { sharedStreamOf, streamInCentre } from '../../../domain/kernel/shared-streams.ts';
import type { RecordedEvent, StationEvent } from '../../../domain/station-event.ts';
import { chainStart, hashOfEvent } from '../../../ledger/event-hash.ts';
import { laterHlc, nextHlc } from '../../../ledger/hybrid-clock.ts';
import { seal } from '../../../ledger/sealing.ts';
import type { WritableDb } from '../database.ts';
import { personKeyFor } from '../person-keys.ts';
import { settingOf } from '../settings.ts';
import { insertEvent } from './insert-event.ts';
import { seenClock } from './seen-clock.ts';

/** Who writes: one station in one life of its store. */
export interface LogWriter {
  readonly station: string;
  readonly epoch: number;
  readonly newId: () => string;
  readonly now: () => Instant;
  /** Told that events were appended, before they are committed. */
  readonly appended?: () => void;
}

export interface EventDraft {
  readonly stream: string;
  readonly actor: string;
  readonly occurredAt: Instant;
  readonly event: StationEvent;
}

/**
 * Appends to the chain and answers the events as recorded. Call it inside a transaction.
 * @throws when an event does not fit its schema: what was written once would have to be read for ever.
 */
export function appendEvents(
  db: WritableDb,
  writer: LogWriter,
  drafts: readonly EventDraft[],
): RecordedEvent[] {
  let head = lastOf(db, writer);
  const now = writer.now();
  writer.appended?.();
  return drafts.map((draft) => {
    checkShape(draft.event);
    const row = {
      id: writer.newId(),
      type: draft.event.type,
      version: draft.event.version,
      stream: streamOf(db, draft.stream),
      station: writer.station,
      epoch: writer.epoch,
      seq: head.seq + 1,
      hlc: nextHlc(head.hlc, now, writer.station),
      occurred_at: draft.occurredAt,
      recorded_at: now,
      actor: draft.actor,
      data: '',
      prev_hash: head.hash,
    };
    row.data = JSON.stringify(sealedData(db, draft, row.id));
    const hash = hashOfEvent(row);
    insertEvent(db, { ...row, hash });
    head = { seq: row.seq, hash, hlc: row.hlc };
    return {
      id: idOf<EventId>(row.id),
      stream: row.stream,
      station: row.station,
      epoch: row.epoch,
      seq: row.seq,
      hlc: row.hlc,
      occurredAt: draft.occurredAt,
      recordedAt: row.recorded_at,
      actor: row.actor,
      event: draft.event,
    };
  });
}

type Head = { seq: number; hash: Uint8Array; hlc: string | undefined };

function lastOf(db: WritableDb, { station, epoch }: LogWriter): Head {
  const last = db.first<{ seq: number; hash: Uint8Array; hlc: string }>(
    'SELECT seq, hash, hlc FROM event WHERE station = ? AND epoch = ? ORDER BY seq DESC LIMIT 1',
    station,
    epoch,
  );
  const seen = seenClock(db);
  const hlc = laterHlc(last?.hlc ?? lastHlcOf(db, station), seen);
  return last ? { ...last, hlc } : { seq: 0, hash: chainStart, hlc };
}

/** A new epoch begins a new chain, but its time goes on. */
function lastHlcOf(db: WritableDb, station: string): string | undefined {
  const last = db.first<{ hlc: string }>(
    'SELECT hlc FROM event WHERE station = ? ORDER BY position DESC LIMIT 1',
    station,
  );
  return last?.hlc;
}

function checkShape(event: StationEvent): void {
  const fault = shapeFaultOf(event);
  if (fault !== undefined)
    throw new Error(`${event.type} ${event.version} does not fit its schema: ${fault}`);
}

function sealedData(db: WritableDb, { stream, event }: EventDraft, eventId: string): object {
  const { personal, ...open } = event.data as { personal?: unknown };
  if (personal === undefined) return open;
  return { ...open, personal: seal(personKeyFor(db, stream), eventId, personal) };
}

/** As the log calls it: what is the centre's carries the centre. */
function streamOf(db: WritableDb, stream: string): string {
  if (sharedStreamOf(stream) === undefined) return stream;
  const centreId = settingOf(db, 'centre')?.centreId;
  return centreId === undefined ? stream : streamInCentre(stream, centreId);
}

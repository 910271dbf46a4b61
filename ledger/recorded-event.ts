import { eventOfLog } from '../contracts/events/read-event.ts';
import { type EventId, idOf } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { RecordedEvent } from '../domain/station-event.ts';
import type { EventRow } from './event-row.ts';
import { unseal } from './sealing.ts';

/** What an event says, without its place and the hashes that prove it. */
export type ToldEvent = Omit<EventRow, 'position' | 'prev_hash' | 'hash'>;

/**
 * `key` opens the personal part; without it that part reads as undefined. Undefined for an event of a type or version
 * that this program does not know: it is kept, and changes nothing.
 */
export function recordedEventOf(row: ToldEvent, key: Uint8Array | undefined): RecordedEvent | undefined {
  const stored = { type: row.type, version: row.version, data: openedData(row, key) };
  const event = eventOfLog(stored, key !== undefined);
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

/** The data of an event, its personal part opened where a key is here that opens it. */
export function openedData(row: Pick<ToldEvent, 'id' | 'data'>, key: Uint8Array | undefined): object {
  const { personal: box, ...open } = JSON.parse(row.data) as { personal?: string };
  const personal = box !== undefined && key ? personalIn(row.id, box, key) : undefined;
  return personal === undefined ? open : { ...open, personal };
}

/** A box that does not open hides nothing else: `station log verify` tells of it. */
function personalIn(eventId: string, box: string, key: Uint8Array): unknown {
  try {
    return unseal(key, eventId, box);
  } catch {
    return undefined;
  }
}

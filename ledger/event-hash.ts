import { hash } from 'node:crypto';
import type { EventRow } from './event-row.ts';

/** What the first event of a chain follows on. */
export const chainStart: Uint8Array = new Uint8Array(32);

/**
 * SHA-256 over the hash before and every column, as one JSON array: any two different events differ in it, and
 * anybody can compute it again without this program. Personal data goes in as ciphertext, so erasing a person
 * leaves the chain whole.
 */
export function hashOfEvent(event: Omit<EventRow, 'position' | 'hash'>): Uint8Array {
  const text = JSON.stringify([
    Buffer.from(event.prev_hash).toString('hex'),
    event.id,
    event.type,
    event.version,
    event.stream,
    event.station,
    event.epoch,
    event.seq,
    event.hlc,
    event.occurred_at,
    event.recorded_at,
    event.actor,
    event.data,
  ]);
  return hash('sha256', text, 'buffer');
}

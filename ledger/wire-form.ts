import type { WireEvent, WireHead } from '../contracts/sync/wire-event.ts';
import type { ChainHead } from './chain-head.ts';
import { hashOfEvent } from './event-hash.ts';
import type { EventRow } from './event-row.ts';

/** An event as it stands in a log, without its place there. */
export type PlacelessRow = Omit<EventRow, 'position'>;

export function wireEventOf(row: PlacelessRow): WireEvent {
  return {
    id: row.id,
    type: row.type,
    version: row.version,
    stream: row.stream,
    station: row.station,
    epoch: row.epoch,
    seq: row.seq,
    hlc: row.hlc,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    actor: row.actor,
    data: row.data,
    prevHash: Buffer.from(row.prev_hash).toString('hex'),
    hash: Buffer.from(row.hash).toString('hex'),
  };
}

export function rowOfWire(event: WireEvent): PlacelessRow {
  return {
    id: event.id,
    type: event.type,
    version: event.version,
    stream: event.stream,
    station: event.station,
    epoch: event.epoch,
    seq: event.seq,
    hlc: event.hlc,
    occurred_at: event.occurredAt,
    recorded_at: event.recordedAt,
    actor: event.actor,
    data: event.data,
    prev_hash: Buffer.from(event.prevHash, 'hex'),
    hash: Buffer.from(event.hash, 'hex'),
  };
}

/** Whether the event is what its writer hashed. */
export function wireHashHolds(event: WireEvent): boolean {
  return Buffer.from(hashOfEvent(rowOfWire(event))).toString('hex') === event.hash;
}

export function wireHeadOf(head: ChainHead): WireHead {
  return {
    station: head.station,
    epoch: head.epoch,
    seq: head.seq,
    hash: Buffer.from(head.hash).toString('hex'),
    signedAt: head.signed_at,
    signature: Buffer.from(head.signature).toString('base64url'),
  };
}

export function headOfWire(head: WireHead): ChainHead {
  return {
    station: head.station,
    epoch: head.epoch,
    seq: head.seq,
    hash: Buffer.from(head.hash, 'hex'),
    signed_at: head.signedAt,
    signature: Buffer.from(head.signature, 'base64url'),
  };
}

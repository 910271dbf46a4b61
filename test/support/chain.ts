import { randomUUID } from 'node:crypto';
import type { PushRequest } from '../../contracts/sync/push-contract.ts';
import type { StreamKeys, WireEvent } from '../../contracts/sync/wire-event.ts';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { signChainHead } from '../../ledger/chain-head.ts';
import { hashOfEvent } from '../../ledger/event-hash.ts';
import { nextHlc } from '../../ledger/hybrid-clock.ts';
import { sealKeys } from '../../ledger/key-box.ts';
import type { RawKeyPair } from '../../ledger/raw-keys.ts';
import { rowOfWire, wireHeadOf } from '../../ledger/wire-form.ts';

export interface ChainFact {
  readonly type?: string;
  readonly stream?: string;
  readonly data?: object | string;
  readonly occurredAt?: string;
  /** What the clock of the computer says, where it is not a second later than before. */
  readonly clock?: Instant;
}

/** A station's chain as its log would hold it. */
export class Chain {
  readonly events: WireEvent[];
  readonly station: string;
  readonly epoch: number;

  constructor(station: string, epoch = 1, events: readonly WireEvent[] = []) {
    this.station = station;
    this.epoch = epoch;
    this.events = [...events];
  }

  /** The same chain up to here, as a copy of the disk goes on with it. */
  clone(): Chain {
    return new Chain(this.station, this.epoch, this.events);
  }

  add(count: number, fact: ChainFact = {}): WireEvent[] {
    const made: WireEvent[] = [];
    for (let i = 0; i < count; i++) made.push(this.#append(fact));
    return made;
  }

  #append({
    type = 'CheckedIn',
    stream = 'person-1',
    data = { n: 1 },
    occurredAt,
    clock,
  }: ChainFact): WireEvent {
    const last = this.events.at(-1);
    const now = clock ?? instantOf(Date.parse('2026-11-23T08:00:00.000Z') + this.events.length * 1000);
    const event: WireEvent = {
      id: randomUUID(),
      type,
      version: 1,
      stream,
      station: this.station,
      epoch: this.epoch,
      seq: this.events.length + 1,
      hlc: nextHlc(last?.hlc, now, this.station),
      occurredAt: occurredAt ?? now,
      recordedAt: now,
      actor: 'staff-1',
      data: typeof data === 'string' ? data : JSON.stringify(data),
      prevHash: last?.hash ?? '0'.repeat(64),
      hash: '',
    };
    event.hash = Buffer.from(hashOfEvent(rowOfWire(event))).toString('hex');
    this.events.push(event);
    return event;
  }
}

/** What a station sends of its chain, signed. */
export async function pushOf(
  signing: RawKeyPair,
  events: readonly WireEvent[],
  more: {
    readonly keys?: StreamKeys;
    readonly exchangeKey?: string;
    readonly sent?: readonly unknown[];
  } = {},
): Promise<PushRequest> {
  const last = events.at(-1);
  if (!last) throw new Error('nothing to push');
  const head = signChainHead(
    {
      station: last.station,
      epoch: last.epoch,
      seq: last.seq,
      hash: Buffer.from(last.hash, 'hex'),
      signed_at: last.recordedAt,
    },
    signing.privateKey,
  );
  const exchangeKey = Buffer.from(more.exchangeKey ?? '', 'base64url');
  const keys = more.keys ? await sealKeys(more.keys, exchangeKey, last.hash) : undefined;
  return { protocol: 1, head: wireHeadOf(head), events: [...(more.sent ?? events)], keys, version: '1.2.3' };
}

import type { PushOutcome, quarantineReasons } from '../../../contracts/sync/push-contract.ts';
import type { WireEvent } from '../../../contracts/sync/wire-event.ts';
import { readJson } from '../../../domain/kernel/read-json.ts';
import { wireHashHolds } from '../../../ledger/wire-form.ts';
import type { Quarantined } from '../../store/quarantine.ts';
import type { ChainEnd, PlaceHere } from '../../store/received-events.ts';

type Reason = (typeof quarantineReasons)[number];

/** One chain as headquarters has it when a batch comes. */
export interface ChainHere {
  readonly station: string;
  readonly epoch: number;
  readonly end: ChainEnd;
  /** What stands at the places that the batch names. */
  readonly places: ReadonlyMap<number, PlaceHere>;
  /** Ids of the batch that an event has already. */
  readonly ids: ReadonlySet<string>;
}

/** What becomes of a batch; written as a whole. */
export interface Batch {
  readonly outcomes: readonly PushOutcome[];
  readonly taken: readonly WireEvent[];
  readonly apart: readonly Quarantined[];
  /** Places of events that were kept apart and are filled now. */
  readonly released: readonly number[];
  readonly end: ChainEnd;
}

interface State {
  outcomes: PushOutcome[];
  taken: WireEvent[];
  apart: Quarantined[];
  released: number[];
  end: ChainEnd;
  places: Map<number, PlaceHere>;
  ids: Set<string>;
}

const MOST_TEXT = 300_000;

/**
 * Evaluates the events of a batch in their order. `read` holds what could be read of each. A bad event takes its place in
 * the chain and blocks no other; another good event at a place that is filled is a `conflict`: two computers write.
 */
export function evaluateBatch(
  chain: ChainHere,
  events: readonly unknown[],
  read: readonly (WireEvent | undefined)[],
): Batch | 'conflict' {
  const { end } = chain;
  const state: State = {
    outcomes: [],
    taken: [],
    apart: [],
    released: [],
    end,
    places: new Map(chain.places),
    ids: new Set(chain.ids),
  };
  for (const [index, event] of read.entries()) {
    const verdict = evaluateEvent(chain, state, event);
    if (verdict === 'conflict') return verdict;
    if (verdict === 'duplicate') state.outcomes.push({ index, outcome: verdict });
    else if (verdict === 'accepted') take(state, event as WireEvent, index);
    else keep(chain, state, { event, raw: events[index], index, reason: verdict });
  }
  return state;
}

function evaluateEvent(
  { station, epoch, end: before }: ChainHere,
  { end, places, ids }: State,
  event: WireEvent | undefined,
): 'accepted' | 'duplicate' | 'conflict' | Reason {
  if (!event) return 'not-an-event';
  if (event.station !== station || event.epoch !== epoch) return 'not-yours';
  const fault = faultOf(event);
  const place = places.get(event.seq);
  if (place && !place.isQuarantined) {
    if (place.hash === event.hash) return 'duplicate';
    return fault ?? 'conflict';
  }
  if (place) return fault || ids.has(event.id) ? 'duplicate' : 'accepted';
  if (event.seq !== end.lastSeq + 1) return 'seq-gap';
  if (fault) return fault;
  if (ids.has(event.id)) return 'id-taken';
  if (end.lastHash === undefined || event.prevHash === end.lastHash) return 'accepted';
  // It follows on another event than the one that stands here for good: that one was written by a copy.
  return end.lastSeq === before.lastSeq ? 'conflict' : 'link-broken';
}

function faultOf(event: WireEvent): Reason | undefined {
  if (!wireHashHolds(event)) return 'hash-wrong';
  const data = readJson(event.data);
  return typeof data === 'object' && data !== null ? undefined : 'data-unreadable';
}

function take(state: State, event: WireEvent, index: number): void {
  const { end, places, ids } = state;
  state.outcomes.push({ index, outcome: 'accepted' });
  state.taken.push(event);
  if (places.has(event.seq)) state.released.push(event.seq);
  places.set(event.seq, { hash: event.hash, isQuarantined: false });
  ids.add(event.id);
  const isLast = event.seq >= end.lastSeq;
  state.end = {
    lastSeq: isLast ? event.seq : end.lastSeq,
    lastHash: isLast ? event.hash : end.lastHash,
    events: end.events + 1,
  };
}

interface Found {
  readonly event: WireEvent | undefined;
  readonly raw: unknown;
  readonly index: number;
  readonly reason: Reason;
}

function keep({ station, epoch }: ChainHere, state: State, { event, raw, index, reason }: Found): void {
  state.outcomes.push({ index, outcome: 'quarantined', reason });
  const seq = state.end.lastSeq + 1;
  // A gap is sent again from where it begins; an event for a place that is filled takes no other.
  const takesPlace = event === undefined || reason === 'not-yours' || event.seq === seq;
  if (reason === 'seq-gap' || !takesPlace) return;
  const text = JSON.stringify(raw ?? null).slice(0, MOST_TEXT);
  state.apart.push({ station, epoch, seq, reason, claimedHash: event?.hash, text });
  state.places.set(seq, { hash: event?.hash, isQuarantined: true });
  state.end = { ...state.end, lastSeq: seq, lastHash: undefined };
}

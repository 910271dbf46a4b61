import { type Selectable, sql } from 'kysely';
import type { WireEvent } from '../../contracts/sync/wire-event.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';
import type { ReceivedEventRow } from './schema.ts';

export interface ChainEnd {
  readonly lastSeq: number;
  /** Undefined behind an event that is kept apart. */
  readonly lastHash: string | undefined;
  /** Events that were taken, without those kept apart. */
  readonly events: number;
}

/** Where a chain ends here; holds it until COMMIT, so that two pushes of one station come after each other. */
export async function holdChain(
  db: CentreDb,
  centre: string,
  station: string,
  epoch: number,
): Promise<ChainEnd> {
  await db
    .insertInto('chain_end')
    .values({
      centre_id: centre,
      station_id: station,
      epoch,
      last_seq: 0,
      last_hash: Buffer.alloc(32),
      events: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('chain_end')
    .selectAll()
    .where('station_id', '=', station)
    .where('epoch', '=', epoch)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { lastSeq: row.last_seq, lastHash: row.last_hash?.toString('hex'), events: row.events };
}

export async function moveChainEnd(
  db: CentreDb,
  station: string,
  epoch: number,
  end: ChainEnd,
): Promise<void> {
  await db
    .updateTable('chain_end')
    .set({
      last_seq: end.lastSeq,
      last_hash: end.lastHash === undefined ? null : Buffer.from(end.lastHash, 'hex'),
      events: end.events,
    })
    .where('station_id', '=', station)
    .where('epoch', '=', epoch)
    .execute();
}

export interface PlaceHere {
  /** What the event says of itself; undefined where nothing could be read. */
  readonly hash: string | undefined;
  readonly isQuarantined: boolean;
}

/** What stands at places of a chain: the hash of the event, or that it is kept apart. */
export async function placesOf(
  db: CentreDb,
  station: string,
  epoch: number,
  seqs: readonly number[],
): Promise<Map<number, PlaceHere>> {
  if (seqs.length === 0) return new Map();
  const taken = await db
    .selectFrom('received_event')
    .select(['seq', 'hash'])
    .where('station_id', '=', station)
    .where('epoch', '=', epoch)
    .where('seq', 'in', seqs)
    .execute();
  const apart = await db
    .selectFrom('quarantined_event')
    .select(['seq', 'claimed_hash'])
    .where('station_id', '=', station)
    .where('epoch', '=', epoch)
    .where('seq', 'in', seqs)
    .execute();
  const places = new Map<number, PlaceHere>();
  for (const { seq, claimed_hash } of apart)
    places.set(seq, { hash: claimed_hash?.toString('hex'), isQuarantined: true });
  for (const { seq, hash } of taken) places.set(seq, { hash: hash.toString('hex'), isQuarantined: false });
  return places;
}

/** Those of the ids that an event has already. */
export async function takenIds(db: CentreDb, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('received_event')
    .select('event_id')
    .where('event_id', 'in', ids)
    .execute();
  return new Set(rows.map(({ event_id }) => event_id));
}

/** Takes events over for good, and notes that no feed has them yet. */
export async function takeEvents(
  db: CentreDb,
  centre: string,
  events: readonly WireEvent[],
  receivedAt: Instant,
): Promise<void> {
  if (events.length === 0) return;
  await db
    .insertInto('received_event')
    .values(events.map((event) => rowOf(centre, event, receivedAt)))
    .execute();
  const places = events.map(({ station, epoch, seq }) => ({
    centre_id: centre,
    station_id: station,
    epoch,
    seq,
    received_at: receivedAt,
  }));
  await db.insertInto('unfed_event').values(places).execute();
  await sql`SELECT pg_notify('unfed', ${centre})`.execute(db);
}

export interface ChainState {
  readonly epoch: number;
  readonly lastContiguousSeq: number;
  readonly events: number;
  readonly quarantined: number;
}

export async function chainsOf(db: CentreDb, station: string): Promise<ChainState[]> {
  const rows = await db
    .selectFrom('chain_end')
    .select((is) => [
      'epoch',
      'last_seq',
      'events',
      is
        .selectFrom('quarantined_event')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .whereRef('quarantined_event.station_id', '=', 'chain_end.station_id')
        .whereRef('quarantined_event.epoch', '=', 'chain_end.epoch')
        .as('quarantined'),
    ])
    .where('station_id', '=', station)
    .orderBy('epoch')
    .execute();
  return rows.map((row) => ({
    epoch: row.epoch,
    lastContiguousSeq: row.last_seq,
    events: row.events,
    quarantined: Number(row.quarantined ?? 0),
  }));
}

/** All events of a stream here, in the order of their clocks. */
export async function eventsOfStream(db: CentreDb, stream: string): Promise<WireEvent[]> {
  const rows = await db
    .selectFrom('received_event')
    .selectAll()
    .where('stream', '=', stream)
    .orderBy('hlc')
    .execute();
  return rows.map(wireOf);
}

export async function eventsOfTypes(db: CentreDb, types: readonly string[]): Promise<WireEvent[]> {
  const rows = await db
    .selectFrom('received_event')
    .selectAll()
    .where('type', 'in', types)
    .orderBy('hlc')
    .execute();
  return rows.map(wireOf);
}

/** The latest event of a type in any of these streams. */
export async function lastOfStreams(
  db: CentreDb,
  streams: readonly string[],
  type: string,
): Promise<WireEvent | undefined> {
  const row = await db
    .selectFrom('received_event')
    .selectAll()
    .where('stream', 'in', streams)
    .where('type', '=', type)
    .orderBy('hlc', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && wireOf(row);
}

export function rowOf(centre: string, event: WireEvent, receivedAt: Instant) {
  return {
    centre_id: centre,
    station_id: event.station,
    epoch: event.epoch,
    seq: event.seq,
    event_id: event.id,
    type: event.type,
    version: event.version,
    stream: event.stream,
    hlc: event.hlc,
    occurred_at: event.occurredAt,
    recorded_at: event.recordedAt,
    actor: event.actor,
    data: event.data,
    prev_hash: Buffer.from(event.prevHash, 'hex'),
    hash: Buffer.from(event.hash, 'hex'),
    received_at: receivedAt,
  };
}

export function wireOf(row: Selectable<ReceivedEventRow>): WireEvent {
  return {
    id: row.event_id,
    type: row.type,
    version: row.version,
    stream: row.stream,
    station: row.station_id,
    epoch: row.epoch,
    seq: row.seq,
    hlc: row.hlc,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    actor: row.actor,
    data: row.data,
    prevHash: row.prev_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  };
}

import { type Selectable, sql } from 'kysely';
import type { WireEvent } from '../../contracts/sync/wire-event.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { chainStart, hashOfEvent } from '../../ledger/event-hash.ts';
import { feedStart, nextFeedHash } from '../../ledger/feed-head.ts';
import { isHlcOf, laterHlc, nextHlc } from '../../ledger/hybrid-clock.ts';
import { rowOfWire } from '../../ledger/wire-form.ts';
import type { CentreDb } from './open-databases.ts';
import { rowOf, wireOf } from './received-events.ts';
import type { ReceivedEventRow, Schema } from './schema.ts';

export interface OwnDraft {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly version: number;
  readonly occurredAt: Instant;
  readonly actor: string;
  /** The text that will be hashed; personal parts sealed. */
  readonly data: string;
}

/** Records something of headquarters' own; the feed writer chains it. Call it where its cause is written. */
export async function recordOwn(db: CentreDb, centre: string, drafts: readonly OwnDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  await db
    .insertInto('own_draft')
    .values(
      drafts.map((draft) => ({
        centre_id: centre,
        event_id: draft.id,
        stream: draft.stream,
        type: draft.type,
        version: draft.version,
        occurred_at: draft.occurredAt,
        actor: draft.actor,
        data: draft.data,
      })),
    )
    .execute();
  await sql`SELECT pg_notify('unfed', ${centre})`.execute(db);
}

/** What was recorded of a stream and is not chained yet. */
export async function ownDraftsOf(db: CentreDb, stream: string): Promise<OwnDraft[]> {
  const rows = await db
    .selectFrom('own_draft')
    .selectAll()
    .where('stream', '=', stream)
    .orderBy('event_id')
    .execute();
  return rows.map((row) => ({
    id: row.event_id,
    stream: row.stream,
    type: row.type,
    version: row.version,
    occurredAt: row.occurred_at as Instant,
    actor: row.actor,
    data: row.data,
  }));
}

/** Under which headquarters itself writes in a centre's feed. */
export function ownStationOf(centre: string): string {
  return `headquarters.${centre}`;
}

const OWN_EPOCH = 1;

/** How many places one transaction of the feed writer fills. */
export const FEED_BATCH = 500;

/**
 * Gives committed events their places in the centre's feed; answers how many. Only the one feed writer may call it:
 * nobody else decides on positions.
 */
export async function feedPending(db: CentreDb, centre: string, now: Instant): Promise<number> {
  await chainOwnDrafts(db, centre, now);
  const pending = await db
    .selectFrom('unfed_event')
    .innerJoin('received_event', (join) =>
      join
        .onRef('received_event.centre_id', '=', 'unfed_event.centre_id')
        .onRef('received_event.station_id', '=', 'unfed_event.station_id')
        .onRef('received_event.epoch', '=', 'unfed_event.epoch')
        .onRef('received_event.seq', '=', 'unfed_event.seq'),
    )
    .select([
      'received_event.station_id',
      'received_event.epoch',
      'received_event.seq',
      'received_event.hash',
    ])
    .orderBy('unfed_event.received_at')
    .orderBy('received_event.station_id')
    .orderBy('received_event.epoch')
    .orderBy('received_event.seq')
    .limit(FEED_BATCH)
    .execute();
  if (pending.length === 0) return 0;
  let { position, hash } = await feedEnd(db);
  const entries = pending.map((event) => {
    position += 1;
    hash = nextFeedHash(hash, event.hash.toString('hex'));
    const { station_id, epoch, seq } = event;
    const hashes = { event_hash: event.hash, feed_hash: Buffer.from(hash, 'hex') };
    return { centre_id: centre, position, station_id, epoch, seq, ...hashes };
  });
  await db.insertInto('feed_entry').values(entries).execute();
  await db
    .deleteFrom('unfed_event')
    .where((is) =>
      is(
        is.refTuple('station_id', 'epoch', 'seq'),
        'in',
        pending.map(({ station_id, epoch, seq }) => is.tuple(station_id, epoch, seq)),
      ),
    )
    .execute();
  await sql`SELECT pg_notify('fed', ${centre})`.execute(db);
  return entries.length;
}

async function chainOwnDrafts(db: CentreDb, centre: string, now: Instant): Promise<void> {
  const drafts = await db.selectFrom('own_draft').selectAll().orderBy('event_id').limit(FEED_BATCH).execute();
  if (drafts.length === 0) return;
  const station = ownStationOf(centre);
  const last = await db
    .selectFrom('received_event')
    .select(['seq', 'hash', 'hlc'])
    .where('station_id', '=', station)
    .where('epoch', '=', OWN_EPOCH)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const heard = await latestClock(db);
  let head: { seq: number; hash: string; hlc: string | undefined } = last
    ? { seq: last.seq, hash: last.hash.toString('hex'), hlc: laterHlc(last.hlc, heard) }
    : { seq: 0, hash: Buffer.from(chainStart).toString('hex'), hlc: heard };
  const events = drafts.map((draft) => {
    const event = chained(draft, head, { station, now });
    head = { seq: event.seq, hash: event.hash, hlc: event.hlc };
    return event;
  });
  await db
    .insertInto('received_event')
    .values(events.map((event) => rowOf(centre, event, now)))
    .execute();
  await db
    .insertInto('unfed_event')
    .values(
      events.map(({ seq }) => ({
        centre_id: centre,
        station_id: station,
        epoch: OWN_EPOCH,
        seq,
        received_at: now,
      })),
    )
    .execute();
  await db
    .deleteFrom('own_draft')
    .where(
      'event_id',
      'in',
      drafts.map(({ event_id }) => event_id),
    )
    .execute();
}

/** The latest time of any station's clock: what headquarters decides follows on what it heard, and sorts after it. */
async function latestClock(db: CentreDb): Promise<string | undefined> {
  const ends = await db
    .selectFrom('chain_end')
    .select((is) => [
      'station_id',
      is
        .selectFrom('received_event')
        .select('hlc')
        .whereRef('received_event.station_id', '=', 'chain_end.station_id')
        .whereRef('received_event.epoch', '=', 'chain_end.epoch')
        .orderBy('seq', 'desc')
        .limit(1)
        .as('hlc'),
    ])
    .execute();
  return ends
    .flatMap(({ station_id, hlc }) => (hlc && isHlcOf(hlc, station_id) ? [hlc] : []))
    .reduce<string | undefined>((latest, hlc) => laterHlc(latest, hlc), undefined);
}

function chained(
  draft: Selectable<Schema['own_draft']>,
  head: { seq: number; hash: string; hlc: string | undefined },
  { station, now }: { readonly station: string; readonly now: Instant },
): WireEvent {
  const event: WireEvent = {
    id: draft.event_id,
    type: draft.type,
    version: draft.version,
    stream: draft.stream,
    station,
    epoch: OWN_EPOCH,
    seq: head.seq + 1,
    hlc: nextHlc(head.hlc, now, station),
    occurredAt: draft.occurred_at,
    recordedAt: now,
    actor: draft.actor,
    data: draft.data,
    prevHash: head.hash,
    hash: head.hash,
  };
  return { ...event, hash: Buffer.from(hashOfEvent(rowOfWire(event))).toString('hex') };
}

export interface FeedEnd {
  readonly position: number;
  readonly hash: string;
}

export async function feedEnd(db: CentreDb): Promise<FeedEnd> {
  const row = await db
    .selectFrom('feed_entry')
    .select(['position', 'feed_hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { position: Number(row.position), hash: row.feed_hash.toString('hex') }
    : { position: 0, hash: feedStart };
}

export interface FedEvent {
  readonly position: number;
  readonly feedHash: string;
  readonly event: WireEvent;
}

export async function feedAfter(db: CentreDb, after: number, limit: number): Promise<FedEvent[]> {
  const rows = await db
    .selectFrom('feed_entry')
    .innerJoin('received_event', (join) =>
      join
        .onRef('received_event.centre_id', '=', 'feed_entry.centre_id')
        .onRef('received_event.station_id', '=', 'feed_entry.station_id')
        .onRef('received_event.epoch', '=', 'feed_entry.epoch')
        .onRef('received_event.seq', '=', 'feed_entry.seq'),
    )
    .selectAll('received_event')
    .select(['feed_entry.position', 'feed_entry.feed_hash'])
    .where('feed_entry.position', '>', String(after))
    .orderBy('feed_entry.position')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    position: Number(row.position),
    feedHash: row.feed_hash.toString('hex'),
    event: wireOf(row as Selectable<ReceivedEventRow>),
  }));
}

/** The feed's hash at a position that a station has: what its next answer follows on. */
export async function feedHashAt(db: CentreDb, position: number): Promise<string | undefined> {
  if (position === 0) return feedStart;
  const row = await db
    .selectFrom('feed_entry')
    .select('feed_hash')
    .where('position', '=', String(position))
    .executeTakeFirst();
  return row?.feed_hash.toString('hex');
}

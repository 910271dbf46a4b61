import type { ChainHead } from '../../../ledger/chain-head.ts';
import type { EventRow } from '../../../ledger/event-row.ts';
import type { ReadableDb } from '../database.ts';

export type ChainItem =
  | { readonly kind: 'event'; readonly row: EventRow }
  | { readonly kind: 'head'; readonly head: ChainHead };

const PAGE = 1_000;

/** The place of the last event now: what is read up to it stays the same, whoever goes on writing. */
export function lastPosition(db: ReadableDb): number {
  return db.first<{ position: number | null }>('SELECT max(position) AS position FROM event')?.position ?? 0;
}

/**
 * Every chain up to a place in the log, one after the other, read page by page: each event in the order of its numbers,
 * and behind it the head that was signed there. A head of the own chain whose event is not there is told where it would
 * stand; of another's chain only parts may be here, and such a head says nothing.
 */
export function* readChains(db: ReadableDb, own: string, upTo: number): Generator<ChainItem> {
  for (const chain of chainsOf(db)) {
    const isOwn = chain.station === own;
    let after = 0;
    for (;;) {
      const page = pageOf(db, chain, after, upTo);
      const last = page.at(-1);
      if (!last) break;
      const heads = headsBetween(db, chain, after, last.seq);
      yield* merged(page, isOwn ? heads : headsOf(page, heads));
      after = last.seq;
    }
    if (isOwn) for (const head of headsBeyond(db, chain, after)) yield { kind: 'head', head };
  }
}

interface Chain {
  readonly station: string;
  readonly epoch: number;
}

/** Chains that have a head and no event, too: they were there once. */
function chainsOf(db: ReadableDb): Chain[] {
  return db.all(
    `SELECT station, epoch FROM event GROUP BY station, epoch
      UNION SELECT station, epoch FROM chain_head ORDER BY station, epoch`,
  );
}

function pageOf(db: ReadableDb, { station, epoch }: Chain, after: number, upTo: number): EventRow[] {
  return db.all<EventRow>(
    `SELECT * FROM event WHERE station = ? AND epoch = ? AND seq > ? AND position <= ? ORDER BY seq LIMIT ?`,
    station,
    epoch,
    after,
    upTo,
    PAGE,
  );
}

function headsBetween(db: ReadableDb, { station, epoch }: Chain, after: number, upTo: number): ChainHead[] {
  return db.all<ChainHead>(
    'SELECT * FROM chain_head WHERE station = ? AND epoch = ? AND seq > ? AND seq <= ? ORDER BY seq',
    station,
    epoch,
    after,
    upTo,
  );
}

/** Behind the last event that was read: only those whose event is gone, for others may have been written meanwhile. */
function headsBeyond(db: ReadableDb, { station, epoch }: Chain, after: number): ChainHead[] {
  return db.all<ChainHead>(
    `SELECT * FROM chain_head AS head WHERE station = ? AND epoch = ? AND seq > ? AND NOT EXISTS
      (SELECT 1 FROM event WHERE station = head.station AND epoch = head.epoch AND seq = head.seq)
      ORDER BY seq`,
    station,
    epoch,
    after,
  );
}

function headsOf(page: readonly EventRow[], heads: readonly ChainHead[]): ChainHead[] {
  const here = new Set(page.map(({ seq }) => seq));
  return heads.filter(({ seq }) => here.has(seq));
}

function* merged(page: readonly EventRow[], heads: readonly ChainHead[]): Generator<ChainItem> {
  let next = 0;
  for (const row of page) {
    for (let head = heads[next]; head && head.seq < row.seq; head = heads[++next])
      yield { kind: 'head', head };
    yield { kind: 'event', row };
    const head = heads[next];
    if (head?.seq === row.seq) {
      yield { kind: 'head', head };
      next += 1;
    }
  }
  for (const head of heads.slice(next)) yield { kind: 'head', head };
}

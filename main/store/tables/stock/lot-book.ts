import type { ProductId } from '../../../../domain/kernel/ids.ts';
import type { LotName } from '../../../../domain/stock/events.ts';
import { lotStreamOf } from '../../../../domain/stock/events.ts';
import type { LotEntry } from '../../../../domain/stock/lot-entry.ts';
import type { ReadableDb } from '../../database.ts';

interface EntryRow {
  readonly kind: LotEntry['kind'];
  readonly at: LotEntry['at'];
  readonly vials: number;
  readonly expires_on: NonNullable<LotEntry['expiresOn']> | null;
  readonly thawed_until: NonNullable<LotEntry['thawedUntil']> | null;
  readonly fridge_id: NonNullable<LotEntry['fridgeId']> | null;
  readonly words: string | null;
}

export interface JournalRow extends EntryRow {
  readonly event_id: string;
  readonly product_id: ProductId;
  readonly lot: string;
  readonly actor: string;
  readonly doses: number;
  readonly expected: number | null;
}

/** The order that all stations agree on. */
const clockOrder = 'hlc, event_id';

/** The book of one lot, oldest line first. */
export function bookOfLot(db: ReadableDb, name: LotName): LotEntry[] {
  return db
    .all<EntryRow>(
      `SELECT kind, at, vials, expires_on, thawed_until, fridge_id, words FROM lot_entry
        WHERE lot_key = ? ORDER BY ${clockOrder}`,
      lotStreamOf(name),
    )
    .map(entryOf);
}

const BESIDES_VIALS = `kind <> 'opened' AND (kind <> 'discarded' OR vials > 0)`;
/** Behind every clock. */
const THE_END = '~';

/**
 * The same in short, however many vials the lot has: those that were opened one after the other are one line, and what
 * became of an opened vial is none. It says the same for as long as no vial was opened that never came in.
 */
export function shortBookOfLot(db: ReadableDb, name: LotName): LotEntry[] {
  const key = lotStreamOf(name);
  const lines = db.all<EntryRow & Place>(
    `SELECT hlc, event_id, kind, at, vials, expires_on, thawed_until, fridge_id, words FROM lot_entry
      WHERE lot_key = ? AND ${BESIDES_VIALS} ORDER BY ${clockOrder}`,
    key,
  );
  const book: LotEntry[] = [];
  let after: Place = { hlc: '', event_id: '' };
  for (const line of lines) {
    book.push(...openedBetween(db, key, after, line), entryOf(line));
    after = line;
  }
  return [...book, ...openedBetween(db, key, after, { hlc: THE_END, event_id: '' })];
}

interface Place {
  readonly hlc: string;
  readonly event_id: string;
}

/** The vials that were opened between two lines, as one line. */
function openedBetween(db: ReadableDb, key: string, after: Place, before: Place): LotEntry[] {
  const places = [key, after.hlc, after.event_id, before.hlc, before.event_id];
  const opened = `FROM lot_entry WHERE kind = 'opened' AND lot_key = ?
    AND (hlc, event_id) > (?, ?) AND (hlc, event_id) < (?, ?)`;
  const lines = db.first<{ count: number }>(`SELECT count(*) AS count ${opened}`, ...places)?.count ?? 0;
  const first =
    lines === 0 ? undefined : db.first<Pick<EntryRow, 'at'>>(`SELECT at ${opened} LIMIT 1`, ...places);
  return first ? [{ kind: 'opened', at: first.at, vials: lines, lines }] : [];
}

/** The books of all lots, with the lot as it was written first. */
export function booksOfLots(db: ReadableDb): { readonly name: LotName; readonly book: LotEntry[] }[] {
  const books = new Map<string, { name: LotName; book: LotEntry[] }>();
  for (const row of db.each<EntryRow & { lot_key: string; product_id: ProductId; lot: string }>(
    `SELECT lot_key, product_id, lot, kind, at, vials, expires_on, thawed_until, fridge_id, words
      FROM lot_entry ORDER BY lot_key, ${clockOrder}`,
  )) {
    const known = books.get(row.lot_key);
    if (known) known.book.push(entryOf(row));
    else books.set(row.lot_key, { name: { productId: row.product_id, lot: row.lot }, book: [entryOf(row)] });
  }
  return [...books.values()];
}

/** Whether anything ever came in here. */
export function hasReceived(db: ReadableDb): boolean {
  return db.first(`SELECT 1 AS one FROM lot_entry WHERE kind = 'received' LIMIT 1`) !== undefined;
}

/** The other product that a lot of that name came in as; undefined where it did not. */
export function productReceivedAs(db: ReadableDb, { productId, lot }: LotName): ProductId | undefined {
  return db.first<{ product_id: ProductId }>(
    `SELECT product_id FROM lot_entry WHERE kind = 'received' AND lot = ? COLLATE NOCASE AND product_id <> ?
      ORDER BY ${clockOrder} LIMIT 1`,
    lot.trim(),
    productId,
  )?.product_id;
}

/** The latest lines of all books, newest first. */
export function latestEntries(db: ReadableDb, most: number): JournalRow[] {
  return db.all<JournalRow>(
    `SELECT event_id, product_id, lot, actor, kind, at, vials, doses, expected, expires_on, thawed_until,
        fridge_id, words
      FROM lot_entry ORDER BY hlc DESC, event_id DESC LIMIT ?`,
    most,
  );
}

function entryOf({ kind, at, vials, expires_on, thawed_until, fridge_id, words }: EntryRow): LotEntry {
  return {
    kind,
    at,
    vials,
    ...(expires_on ? { expiresOn: expires_on } : {}),
    ...(thawed_until ? { thawedUntil: thawed_until } : {}),
    ...(fridge_id ? { fridgeId: fridge_id } : {}),
    ...(words === null ? {} : { words }),
  };
}

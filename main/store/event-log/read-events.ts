import type { RecordedEvent } from '../../../domain/station-event.ts';
import { recordedEventOf, type ToldEvent } from '../../../ledger/recorded-event.ts';
import type { ReadableDb } from '../database.ts';
import { personKeyOf } from '../person-keys.ts';

/** Without the hashes: two buffers less for each of a million rows. */
type ToldRow = ToldEvent & { readonly position: number };
const toldColumns = `position, id, type, version, stream, station, epoch, seq, hlc, occurred_at, recorded_at,
  actor, data`;
/** The one order that all stations agree on, whatever reached them first. */
const clockOrder = 'hlc, station, epoch, seq';

/** A person's (or the centre's) whole history as far as this version of the program knows it, oldest first. */
export function historyOf(db: ReadableDb, stream: string): RecordedEvent[] {
  const key = personKeyOf(db, stream);
  return db
    .all<ToldRow>(`SELECT ${toldColumns} FROM event WHERE stream = ? ORDER BY ${clockOrder}`, stream)
    .flatMap((row) => recordedEventOf(row, key) ?? []);
}

/** The history of that word (`centre`, `day:…`) at every centre, oldest first. */
export function sharedHistoryOf(db: ReadableDb, word: string): RecordedEvent[] {
  return db
    .all<ToldRow>(
      `SELECT ${toldColumns} FROM event WHERE stream = ? OR (stream > ? AND stream < ?) ORDER BY ${clockOrder}`,
      word,
      `${word}@`,
      `${word}A`, // the letter after @
    )
    .flatMap((row) => recordedEventOf(row, undefined) ?? []);
}

/** Histories of people who may be one, told as one. */
export function jointHistoryOf(db: ReadableDb, streams: readonly string[]): RecordedEvent[] {
  return streams.flatMap((stream) => historyOf(db, stream)).sort(compareByClock);
}

function compareByClock(one: RecordedEvent, other: RecordedEvent): number {
  if (one.hlc !== other.hlc) return one.hlc < other.hlc ? -1 : 1;
  if (one.station !== other.station) return one.station < other.station ? -1 : 1;
  return one.epoch - other.epoch || one.seq - other.seq;
}

const PAGE = 2_000;

type OpenableEvent = ToldRow & { key: Uint8Array | null };

/** All of the log that this version of the program knows, oldest first, read page by page: others may write in between. */
export function* wholeLog(db: ReadableDb): Generator<RecordedEvent> {
  // A log that is one station's alone stands in the order of its clock.
  const isShared = db.first('SELECT 1 AS one FROM known_station LIMIT 1') !== undefined;
  for (const page of isShared ? pagesByClock(db) : pagesByPosition(db))
    for (const row of page) {
      const recorded = recordedEventOf(row, row.key ?? undefined);
      if (recorded) yield recorded;
    }
}

function* pagesByPosition(db: ReadableDb): Generator<OpenableEvent[]> {
  let after = 0;
  for (;;) {
    const page = db.all<OpenableEvent>(
      `SELECT ${toldColumns}, key FROM event
        LEFT JOIN person_key ON person_key.person_id = event.stream
        WHERE position > ? ORDER BY position LIMIT ?`,
      after,
      PAGE,
    );
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.position;
  }
}

function* pagesByClock(db: ReadableDb): Generator<OpenableEvent[]> {
  const places = db
    .all<{ position: number }>(`SELECT position FROM event ORDER BY ${clockOrder}`)
    .map(({ position }) => position);
  for (let from = 0; from < places.length; from += PAGE)
    yield db.all<OpenableEvent>(
      `SELECT ${toldColumns}, key FROM event
        LEFT JOIN person_key ON person_key.person_id = event.stream
        WHERE position IN (SELECT value FROM json_each(?)) ORDER BY ${clockOrder}`,
      JSON.stringify(places.slice(from, from + PAGE)),
    );
}

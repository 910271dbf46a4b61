import type { AppointmentId, PersonId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { Actor } from '../../../../domain/staff/actor.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';

/** The dates that a schedule moves since it was confirmed, and how far that has come. */
export interface ReplanningRow {
  readonly book: string;
  readonly version: string;
  /** Who confirmed it: the moves are theirs. */
  readonly actor: Actor;
  readonly started_at: Instant;
  /** Null until it is known whose dates do not fit. */
  readonly people: number | null;
  readonly ended_at: Instant | null;
}

/** Begins anew for this book. Call it in the transaction that confirms it. */
export function beginReplanning(
  db: WritableDb,
  { book, version, actor, at }: { book: string; version: string; actor: Actor; at: Instant },
): void {
  dropReplannings(db, [book]);
  db.run(
    'INSERT INTO replanning (book, version, actor, started_at) VALUES (?, ?, ?, ?)',
    book,
    version,
    actor,
    at,
  );
}

/** Nothing goes on or is told of what these books moved: another one is confirmed, or the same one anew. */
export function dropReplannings(db: WritableDb, books: readonly string[]): void {
  const named = JSON.stringify(books);
  for (const table of ['replanning_person', 'replanned_date', 'replanning'])
    db.run(`DELETE FROM ${table} WHERE book IN (SELECT value FROM json_each(?))`, named);
}

export function openReplanning(db: ReadableDb): ReplanningRow | undefined {
  return db.first<ReplanningRow>(
    'SELECT * FROM replanning WHERE ended_at IS NULL ORDER BY started_at, book LIMIT 1',
  );
}

/** How far the one of this book has come, or came. */
export function replanningOf(
  db: ReadableDb,
  book: string,
): (ReplanningRow & { readonly left: number; readonly moved: number }) | undefined {
  return db.first(
    `SELECT r.*, (SELECT count(*) FROM replanning_person p WHERE p.book = r.book) AS left,
        (SELECT count(*) FROM replanned_date d WHERE d.book = r.book) AS moved
      FROM replanning r WHERE r.book = ?`,
    book,
  );
}

/** Whose dates are looked at, in this order. */
export function keepPeople(db: WritableDb, book: string, people: readonly PersonId[]): void {
  for (const [place, personId] of people.entries())
    db.run('INSERT INTO replanning_person (book, place, person_id) VALUES (?, ?, ?)', book, place, personId);
  db.run('UPDATE replanning SET people = ? WHERE book = ?', people.length, book);
}

export function nextPerson(
  db: ReadableDb,
  book: string,
): { readonly place: number; readonly person_id: PersonId } | undefined {
  return db.first(
    'SELECT place, person_id FROM replanning_person WHERE book = ? ORDER BY place LIMIT 1',
    book,
  );
}

export function dropPerson(db: WritableDb, book: string, place: number): void {
  db.run('DELETE FROM replanning_person WHERE book = ? AND place = ?', book, place);
}

export function wasMoved(db: ReadableDb, book: string, appointmentId: AppointmentId): boolean {
  return (
    db.first('SELECT 1 FROM replanned_date WHERE book = ? AND appointment_id = ?', book, appointmentId) !==
    undefined
  );
}

export function noteMoved(db: WritableDb, book: string, appointmentId: AppointmentId): void {
  db.run('INSERT INTO replanned_date (book, appointment_id) VALUES (?, ?)', book, appointmentId);
}

export function endReplanning(db: WritableDb, book: string, at: Instant): void {
  forgetWork(db, book);
  db.run('UPDATE replanning SET ended_at = ? WHERE book = ?', at, book);
}

function forgetWork(db: WritableDb, book: string): void {
  db.run('DELETE FROM replanning_person WHERE book = ?', book);
}

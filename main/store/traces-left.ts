import type { WritableDb } from './database.ts';
import { keepSetting, removeSetting, settingOf } from './settings.ts';

const MEGABYTE = 1024 * 1024;

/**
 * So much is written anew beside the desk, in half a second; a larger store waits until the station starts. The copy
 * lies in memory, since clear text never reaches a temporary file: what is larger than that stays as it is.
 */
const mostBytes = { 'beside-the-desk': 48 * MEGABYTE, start: 512 * MEGABYTE } as const;

/**
 * Something was taken out of the store. SQLite overwrites what it deletes (`secure_delete`), but not the copies of it
 * that stayed behind where it once stood, when rows moved to other pages. Call it with the deletion.
 */
export function noteTracesLeft(db: WritableDb): void {
  if (!settingOf(db, 'traces-left')) keepSetting(db, 'traces-left', true);
}

/**
 * Writes the file anew with nothing but what it holds, where something was taken out of it since, and empties the
 * journal beside it. What cannot be done now (a full disk, a lock, a large store beside the desk) is done at a start.
 */
export function clearTraces(db: WritableDb, when: keyof typeof mostBytes): void {
  if (!settingOf(db, 'traces-left')) return;
  if (bytesOf(db) > mostBytes[when]) return;
  try {
    db.exec('VACUUM');
    removeSetting(db, 'traces-left');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // Noted still: the next start tries again.
  }
}

function bytesOf(db: WritableDb): number {
  const row = db.first<{ bytes: number }>(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()',
  );
  return row?.bytes ?? 0;
}

/** Behind the transaction in which somebody was erased, whoever decided it: of what they were nothing stays in a file. */
export function leaveNoTraces(db: WritableDb): void {
  truncateLogFile(db);
  clearTraces(db, 'beside-the-desk');
}

/** The journal beside the file still holds the pages as they were: empties it. */
function truncateLogFile(db: WritableDb): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
}

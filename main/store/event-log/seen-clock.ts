import type { ReadableDb, WritableDb } from '../database.ts';

/** The latest time of any clock whose events came here: what is written next sorts after it. */
export function seenClock(db: ReadableDb): string | undefined {
  return db.first<{ hlc: string }>('SELECT hlc FROM seen_clock')?.hlc;
}

export function noteClock(db: WritableDb, hlc: string): void {
  db.run(
    `INSERT INTO seen_clock (id, hlc) VALUES (1, ?)
      ON CONFLICT DO UPDATE SET hlc = excluded.hlc WHERE excluded.hlc > seen_clock.hlc`,
    hlc,
  );
}

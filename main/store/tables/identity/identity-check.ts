import type { ReadableDb } from '../../database.ts';

/** Whether who somebody is is confirmed before each dose. */
export function isIdentityChecked(db: ReadableDb): boolean {
  return db.first(`SELECT 1 FROM dose_step WHERE step = 'identity' AND is_on = 1`) !== undefined;
}

import { createHash } from 'node:crypto';
import type { ReadableDb } from '../../main/store/database.ts';

/** One number for every row of every table: what is written anywhere changes it. */
export function digestOfStore(db: ReadableDb): string {
  const hash = createHash('sha256');
  const tables = db.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
  );
  for (const { name } of tables)
    for (const row of db.all(`SELECT * FROM "${name}"`)) hash.update(JSON.stringify([name, row]));
  return hash.digest('hex');
}

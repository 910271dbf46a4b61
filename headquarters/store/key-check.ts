import type pg from 'pg';
import type { ServerKey } from './server-key.ts';
import { StoreFault } from './store-fault.ts';

const NAME = 'key-check';

/** Whether headquarters has been in this database before. */
export async function isInUse(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ is_there: boolean }>(
    "SELECT to_regclass('public.server_secret') IS NOT NULL AS is_there",
  );
  return rows[0]?.is_there === true;
}

/** A box that only this key opens: a wrong file is noticed before anything is written under it. */
export async function keepKeyCheck(owner: pg.Client, key: ServerKey): Promise<void> {
  await owner.query('INSERT INTO server_secret (name, box) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    NAME,
    key.wrap('check', NAME, Buffer.from(NAME)),
  ]);
}

/** @throws StoreFault `key-wrong` */
export async function checkKey(owner: pg.Client, key: ServerKey): Promise<void> {
  const { rows } = await owner.query<{ box: Buffer }>('SELECT box FROM server_secret WHERE name = $1', [
    NAME,
  ]);
  const box = rows[0]?.box;
  if (!box) {
    // Only a very first start that was stopped has no box: then nothing lies under any key yet.
    if (await isSealed(owner)) throw new StoreFault('key-wrong');
    return keepKeyCheck(owner, key);
  }
  try {
    key.unwrap('check', NAME, box);
  } catch {
    throw new StoreFault('key-wrong');
  }
}

async function isSealed(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ is_sealed: boolean }>(
    'SELECT EXISTS (SELECT FROM server_secret) OR EXISTS (SELECT FROM administrator) AS is_sealed',
  );
  return rows[0]?.is_sealed === true;
}

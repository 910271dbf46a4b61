import type { Db } from './open-databases.ts';
import type { ServerKey } from './server-key.ts';

/** A secret of the server, the same on every instance; made by whoever needs it first. */
export async function serverSecret(
  db: Db,
  key: ServerKey,
  name: string,
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<Buffer> {
  const known = await boxOf(db, name);
  if (known) return key.unwrap('secret', name, known);
  await db
    .insertInto('server_secret')
    .values({ name, box: key.wrap('secret', name, await make()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await boxOf(db, name);
  if (!kept) throw new Error('a secret of the server was not kept');
  return key.unwrap('secret', name, kept);
}

async function boxOf(db: Db, name: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('server_secret').select('box').where('name', '=', name).executeTakeFirst();
  return row?.box;
}

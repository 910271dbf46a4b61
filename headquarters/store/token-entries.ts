import type { Db } from './open-databases.ts';

export type TokenPayload = Record<string, unknown>;

export async function tokenEntry(db: Db, kind: string, id: string): Promise<TokenPayload | undefined> {
  const row = await db
    .selectFrom('token_entry')
    .select('payload')
    .where('kind', '=', kind)
    .where('entry_id', '=', id)
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  return row?.payload;
}

/**
 * Keeps an entry that nobody kept before; answers false when it is there already. What is over is forgotten only by a
 * clock that is trusted: set right again it would take what was used once more.
 */
export async function keepNewTokenEntry(
  db: Db,
  entry: { kind: string; id: string; payload: TokenPayload; expiresAt: Date },
  isClockTrusted: boolean,
): Promise<boolean> {
  if (isClockTrusted) await db.deleteFrom('token_entry').where('expires_at', '<', new Date()).execute();
  const kept = await db
    .insertInto('token_entry')
    .values({
      kind: entry.kind,
      entry_id: entry.id,
      payload: JSON.stringify(entry.payload),
      expires_at: entry.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('entry_id')
    .executeTakeFirst();
  return kept !== undefined;
}

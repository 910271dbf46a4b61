import type pg from 'pg';
import type { StreamKeys } from '../../contracts/sync/wire-event.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { ServerKey } from './server-key.ts';

/** Reaches the schema of keys, and nothing else does. */
export interface PersonKeys {
  /** Keeps keys that are new here. What was destroyed stays destroyed, and a first key stays the key. */
  keep(centre: string, keys: StreamKeys): Promise<void>;
  /** The keys that are here, of those streams. */
  of(centre: string, streams: readonly string[]): Promise<StreamKeys>;
  /** Whether it was destroyed: what it sealed is read by nobody again. */
  isDestroyed(centre: string, stream: string): Promise<boolean>;
  /** From then on nobody can read what is sealed under it, and no push brings it back. */
  destroy(centre: string, streams: readonly string[], at: Instant): Promise<void>;
}

export function createPersonKeys(pool: pg.Pool, key: ServerKey): PersonKeys {
  return {
    keep: (centre, keys) =>
      inCentreOf(pool, centre, async (client) => {
        if (keys.length === 0) return;
        const boxes = keys.map(({ stream, key: text }) =>
          key.wrap('person-key', nameOf(centre, stream), Buffer.from(text, 'base64url')),
        );
        await client.query(
          `INSERT INTO keys.person_key (centre_id, stream, box)
            SELECT $1, * FROM unnest($2::text[], $3::bytea[]) ON CONFLICT DO NOTHING`,
          [centre, keys.map(({ stream }) => stream), boxes],
        );
      }),
    of: (centre, streams) =>
      inCentreOf(pool, centre, async (client) => {
        const { rows } = await client.query<{ stream: string; box: Buffer }>(
          'SELECT stream, box FROM keys.person_key WHERE stream = ANY($1) AND box IS NOT NULL',
          [streams],
        );
        return rows.map(({ stream, box }) => ({
          stream,
          key: key.unwrap('person-key', nameOf(centre, stream), box).toString('base64url'),
        }));
      }),
    isDestroyed: (centre, stream) =>
      inCentreOf(pool, centre, async (client) => {
        const { rows } = await client.query(
          'SELECT FROM keys.person_key WHERE stream = $1 AND destroyed_at IS NOT NULL',
          [stream],
        );
        return rows.length > 0;
      }),
    destroy: (centre, streams, at) =>
      inCentreOf(pool, centre, async (client) => {
        await client.query(
          `INSERT INTO keys.person_key AS known (centre_id, stream, destroyed_at)
            SELECT $1, stream, $3 FROM unnest($2::text[]) AS stream
            ON CONFLICT (centre_id, stream) DO UPDATE
              SET box = NULL, destroyed_at = coalesce(known.destroyed_at, excluded.destroyed_at)`,
          [centre, streams, at],
        );
      }),
  };
}

function nameOf(centre: string, stream: string): string {
  return JSON.stringify([centre, stream]);
}

async function inCentreOf<Value>(
  pool: pg.Pool,
  centre: string,
  work: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('headquarters.centre', $1, true)", [centre]);
    const value = await work(client);
    await client.query('COMMIT');
    return value;
  } catch (error) {
    failure = error as Error;
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release(failure);
  }
}

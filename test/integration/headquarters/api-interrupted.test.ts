import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiCentres, apiClient, openApiCentres, passForm } from '../../support/api-client.ts';
import { asOwner } from '../../support/headquarters.ts';

let opened: ApiCentres;
beforeAll(async () => {
  opened = await openApiCentres({ connections: { app: 3, keys: 2 } });
});
afterAll(() => opened.test.close());

const { aKey, ask } = apiClient(() => opened);

/** Asks with one key until headquarters could do it, as a client does that is told to try again. */
async function askUntilDone(key: string): Promise<string> {
  for (;;) {
    const { status, body } = await ask('/passes', passForm(), { key });
    if (status === 201) return body.passId;
    expect(status, JSON.stringify(body)).toBe(503);
    await wait(20);
  }
}

describe('a request that its connection is cut from', () => {
  it('is done once, however often it has to come again with its key', async () => {
    const { url } = opened.test.database;
    let isOver = false;
    let cuts = 0;
    const cutting = asOwner(url, async (client) => {
      while (!isOver) {
        const { rowCount } = await client.query(
          `SELECT pg_terminate_backend(pid) FROM (
            SELECT pid FROM pg_stat_activity
              WHERE datname = current_database() AND usename LIKE '%_app' AND state <> 'idle'
              ORDER BY random() LIMIT 1) AS one`,
        );
        cuts += rowCount ?? 0;
        await wait(40);
      }
    });
    const passIds = await Promise.all(Array.from({ length: 20 }, () => askUntilDone(aKey())));
    isOver = true;
    await cutting;
    expect(cuts).toBeGreaterThan(5);
    expect(new Set(passIds).size).toBe(20);
    const made = await asOwner(url, async (client) => {
      await client.query("SELECT set_config('headquarters.centre', 'nord', false)");
      return (await client.query('SELECT pass_id FROM pass')).rows;
    });
    expect(made).toHaveLength(20);
  });
});

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, anEnrolledStation } from '../../support/headquarters-station.ts';

let test: TestHeadquarters;
let address: string;
let authorization: string;
beforeAll(async () => {
  test = await aHeadquarters();
  const station = await anEnrolledStation(test, await aCentre(test, 'nord'));
  authorization = `Bearer ${await station.token()}`;
  address = await test.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => test.close());

const waitForFeed = (signal?: AbortSignal) =>
  fetch(`${address}/sync/v1/feed?protocol=1&after=0&waitMs=25000`, {
    headers: { authorization },
    ...(signal ? { signal } : {}),
  });

describe('a station that waits for the feed', () => {
  it('and goes away costs headquarters nothing more', async () => {
    const looks = vi.spyOn(test.headquarters.notices, 'wait');
    const gone = new AbortController();
    const asked = waitForFeed(gone.signal).catch(() => 'gone');
    await vi.waitFor(() => expect(looks).toHaveBeenCalled(), { timeout: 10_000 });
    gone.abort();
    expect(await asked).toBe('gone');
    await vi.waitFor(() => expect(looks.mock.lastCall?.[3].aborted).toBe(true), { timeout: 10_000 });
    const before = looks.mock.calls.length;
    await wait(2_500); // longer than until the next look
    expect(looks.mock.calls.length).toBe(before);
    looks.mockRestore();
  });

  it('is answered at once when headquarters closes, and keeps it from nothing', async () => {
    const looks = vi.spyOn(test.headquarters.notices, 'wait');
    const asked = waitForFeed();
    await vi.waitFor(() => expect(looks).toHaveBeenCalled(), { timeout: 10_000 });
    const before = Date.now();
    const closed = test.app.close();
    const answer = await asked;
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ entries: [], feedPosition: 0 });
    await closed;
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(test.logged.filter(({ code }) => code === 'request-failed')).toEqual([]);
  });
});

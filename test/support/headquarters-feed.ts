import { expect } from 'vitest';
import type { PullAnswer } from '../../contracts/sync/pull-contract.ts';
import { pushOf } from './chain.ts';
import type { TestHeadquarters } from './headquarters.ts';
import { aCentre, type TestStation } from './headquarters-station.ts';

/** What stations send to that headquarters and fetch from it. */
export function feedOf(test: () => TestHeadquarters) {
  let centres = 0;
  const pullOnce = async (station: TestStation, after: number, more = ''): Promise<PullAnswer> => {
    const answer = await test().app.inject({
      url: `/sync/v1/feed?protocol=1&after=${after}&waitMs=10000${more}`,
      headers: { authorization: `Bearer ${await station.token()}` },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  return {
    aNewCentre: (): Promise<string> => {
      centres += 1;
      return aCentre(test(), `centre-${centres}`);
    },
    pullOnce,
    /** Fetches until that many entries are there. */
    pullAll: async (station: TestStation, count: number): Promise<PullAnswer['entries']> => {
      const all: PullAnswer['entries'] = [];
      while (all.length < count) all.push(...(await pullOnce(station, all.length)).entries);
      return all;
    },
    push: async (
      station: TestStation,
      events: Parameters<typeof pushOf>[1],
      more?: Parameters<typeof pushOf>[2],
    ): Promise<void> => {
      const answer = await test().app.inject({
        method: 'POST',
        url: '/sync/v1/events',
        payload: await pushOf(station.signing, events, more),
        headers: { authorization: `Bearer ${await station.token()}` },
      });
      expect(answer.statusCode, answer.body).toBe(200);
    },
  };
}

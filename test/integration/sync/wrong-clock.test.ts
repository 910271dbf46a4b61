import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stationWarnings } from '../../../main/queries/centre/station-warnings.ts';
import { settingOf } from '../../../main/store/settings.ts';
import { HeadquartersClient } from '../../../main/sync/headquarters-client.ts';
import { changeLink } from '../../../main/sync/link.ts';
import { pullFeed } from '../../../main/sync/pull-feed.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { fetchInto } from '../../support/headquarters-fetch.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';

const HOUR_MS = 60 * 60_000;
let headquarters: TestHeadquarters;
let joined: JoinedStation;

beforeAll(async () => {
  headquarters = await aHeadquarters();
  await aCentre(headquarters, 'nord');
  joined = await aJoinedStation(headquarters, 'nord');
}, 60_000);
afterAll(async () => {
  joined.close();
  await headquarters.close();
});
beforeEach(() => changeLink(joined.station.db, (link) => ({ ...link, clockAheadSeconds: undefined })));

/** The line of a station whose computer's clock is off. */
function clientWith(offMs: number) {
  const { station } = joined;
  const link = settingOf(station.db, 'headquarters');
  if (!link) throw new Error('not joined');
  return new HeadquartersClient(
    link,
    station.stationKey.privateKey,
    fetchInto(headquarters.app),
    () => Date.now() + offMs,
  );
}
const clockWarning = () =>
  stationWarnings(joined.station).find(({ code }) => code === 'clock-differs')?.sentence.de;

test.each([
  ['24 hours ahead', 24 * HOUR_MS, 'geht gegenüber der Zentrale 1440 Minuten vor'],
  ['24 hours behind', -24 * HOUR_MS, 'geht gegenüber der Zentrale 1440 Minuten nach'],
  ['in 1970', -Date.now(), 'nach'],
  ['ten minutes ahead', HOUR_MS / 6, '10 Minuten vor'],
])(
  'a station whose clock is %s goes on with headquarters, and every window says so',
  async (_, off, words) => {
    expect(await pullFeed(joined.station, clientWith(off), { waitMs: 0 })).toMatchObject({ ok: true });
    expect(clockWarning()).toContain(words);
  },
);

test('two minutes are told nobody, and a clock that was set right ends the warning', async () => {
  await pullFeed(joined.station, clientWith(HOUR_MS), { waitMs: 0 });
  expect(clockWarning()).toBeDefined();
  expect(await pullFeed(joined.station, clientWith(2 * 60_000), { waitMs: 0 })).toMatchObject({ ok: true });
  expect(clockWarning()).toBeUndefined();
});

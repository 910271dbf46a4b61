import { addMinutes } from '../../domain/kernel/instant.ts';
import { issueCode } from '../../headquarters/features/enrolment/enrolment.ts';
import { settingOf } from '../../main/store/settings.ts';
import { connect } from '../../main/sync/connect.ts';
import { fetchPassKeys } from '../../main/sync/fetch-pass-keys.ts';
import { HeadquartersClient } from '../../main/sync/headquarters-client.ts';
import { joinHeadquarters } from '../../main/sync/join-headquarters.ts';
import type { Fetch } from '../../main/sync/line.ts';
import { pullFeed } from '../../main/sync/pull-feed.ts';
import { pushEvents } from '../../main/sync/push-events.ts';
import { type TestHeadquarters, testMoment } from './headquarters.ts';
import { fetchInto } from './headquarters-fetch.ts';
import { confirmStation } from './headquarters-station.ts';
import { must, openTestStation, type TestStation } from './test-station.ts';

/** A real station of a centre of a real headquarters; its line can be cut. */
export interface JoinedStation extends TestStation {
  readonly client: HeadquartersClient;
  readonly fetch: Fetch;
  readonly line: { isCut: boolean };
  /** Sends all that headquarters has not confirmed. */
  push(): Promise<void>;
  /** Fetches until it finds what is looked for. */
  pullUntil<Found>(what: string, look: () => Found | undefined): Promise<Found>;
}

const LONGEST_MS = 20_000;

/** Joins as somebody at the desk does; headquarters has admitted it unless it is to wait. */
export async function joinStation(
  headquarters: TestHeadquarters,
  centre: string,
  opened: TestStation,
): Promise<JoinedStation> {
  const { station } = opened;
  const line = { isCut: false };
  const fetch = fetchInto(headquarters.app, line);
  const { code } = await issueCode(headquarters.headquarters, centre, 'operator');
  must(
    await joinHeadquarters(station, fetch, { address: 'https://headquarters.test', code, name: 'Empfang' }),
  );
  await confirmStation(headquarters, centre, station.settings.station);
  const joined = speaking(opened, { fetch, line });
  must(await fetchPassKeys(station, joined.client));
  connect(station);
  return joined;
}

/** A station that joined before, over the line that it had. */
export function speaking(
  opened: TestStation,
  { fetch, line }: Pick<JoinedStation, 'fetch' | 'line'>,
): JoinedStation {
  const { station } = opened;
  const link = settingOf(station.db, 'headquarters');
  if (!link) throw new Error('the station did not join');
  const client = new HeadquartersClient(link, station.stationKey.privateKey, fetch);
  return {
    ...opened,
    client,
    fetch,
    line,
    async push() {
      while (must(await pushEvents(station, client)) > 0);
    },
    async pullUntil(what, look) {
      for (const until = Date.now() + LONGEST_MS; Date.now() < until; ) {
        const found = look();
        if (found !== undefined) return found;
        must(await pullFeed(station, client, { waitMs: 500 }));
      }
      throw new Error(`not seen in time: ${what}`);
    },
  };
}

/** A live station whose clock starts so many minutes after headquarters'. */
export async function aJoinedStation(
  headquarters: TestHeadquarters,
  centre: string,
  minutes = 0,
): Promise<JoinedStation> {
  const opened = await openTestStation(undefined, addMinutes(testMoment, minutes), { mode: 'live' });
  return joinStation(headquarters, centre, opened);
}

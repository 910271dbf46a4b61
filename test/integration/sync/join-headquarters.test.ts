import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueCode } from '../../../headquarters/features/enrolment/enrolment.ts';
import { syncStatus } from '../../../main/queries/sync/sync-status.ts';
import { settingOf } from '../../../main/store/settings.ts';
import { HeadquartersClient } from '../../../main/sync/headquarters-client.ts';
import { joinHeadquarters } from '../../../main/sync/join-headquarters.ts';
import { pushEvents } from '../../../main/sync/push-events.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { fetchInto } from '../../support/headquarters-fetch.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { expectPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let headquarters: TestHeadquarters;
let centre: string;
const line = { isCut: false };
beforeAll(async () => {
  headquarters = await aHeadquarters();
  centre = await aCentre(headquarters, 'zentrum-a');
}, 120_000);
afterAll(() => headquarters?.close());

async function join({ station }: TestStation) {
  const { code } = await issueCode(headquarters.headquarters, centre, 'operator');
  const input = { address: 'https://headquarters.test', code, name: 'Empfang' };
  return joinHeadquarters(station, fetchInto(headquarters.app, line), input);
}

function clientOf({ station }: TestStation): HeadquartersClient {
  const link = settingOf(station.db, 'headquarters');
  if (!link) throw new Error('the station did not join');
  return new HeadquartersClient(link, station.stationKey.privateKey, fetchInto(headquarters.app, line));
}

test('joining shows the fingerprints that headquarters shows, and sends nothing before they were confirmed', async () => {
  const opened = await openTestStation(undefined, testMoment, { mode: 'live' });
  try {
    const fingerprints = must(await join(opened));
    expect(fingerprints.station).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expectPerson(opened.station);
    expect(await pushEvents(opened.station, clientOf(opened))).toEqual({
      ok: false,
      refusal: 'not-admitted',
    });
    expect(settingOf(opened.station.db, 'centre')?.centreId).toBe(centre);
    expect(await join(opened)).toEqual({ ok: false, refusal: 'joined-already' });
  } finally {
    opened.close();
  }
}, 60_000);

test('joining refuses a wrong or used code, an address without TLS and a line that is gone', async () => {
  const opened = await openTestStation(undefined, testMoment, { mode: 'live' });
  const fetch = fetchInto(headquarters.app, line);
  try {
    const { code } = await issueCode(headquarters.headquarters, centre, 'operator');
    const input = { address: 'https://headquarters.test', code, name: 'Empfang' };
    const refused = (change: object) => joinHeadquarters(opened.station, fetch, { ...input, ...change });
    expect(await refused({ code: code.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })).toMatchObject({
      refusal: 'code-not-valid',
    });
    expect(await refused({ code: 'nonsense' })).toMatchObject({ refusal: 'code-not-valid' });
    expect(await refused({ address: 'http://headquarters.test' })).toMatchObject({
      refusal: 'address-invalid',
    });
    line.isCut = true;
    expect(await refused({})).toMatchObject({ refusal: 'headquarters-unreachable' });
    expect(syncStatus(opened.station)).toEqual({ mode: 'stand-alone' });
  } finally {
    opened.close();
  }
}, 60_000);

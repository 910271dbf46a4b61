import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { leaveAnswer } from '../../../contracts/sync/leave-contract.ts';
import { stateAnswer } from '../../../contracts/sync/push-contract.ts';
import { issueCode } from '../../../headquarters/features/enrolment/enrolment.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import type { Standing } from '../../../headquarters/store/schema.ts';
import { changeStanding, stationOf } from '../../../headquarters/store/stations.ts';
import { makeKeyPair } from '../../../ledger/raw-keys.ts';
import { personById } from '../../../main/store/tables/people/people.ts';
import { joinHeadquarters } from '../../../main/sync/join-headquarters.ts';
import { leaveHeadquarters } from '../../../main/sync/leave-headquarters.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre, askToEnrol, confirmStation } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation, speaking } from '../../support/joined-station.ts';
import { aPerson, expectPerson, must } from '../../support/test-station.ts';

let headquarters: TestHeadquarters;
let centre: string;
let centres = 0;
let desk: JoinedStation;
beforeAll(async () => {
  headquarters = await aHeadquarters();
}, 120_000);
afterAll(() => headquarters?.close());
beforeEach(async () => {
  centres += 1;
  centre = await aCentre(headquarters, `austritt-${centres}`);
  desk = await aJoinedStation(headquarters, centre);
}, 60_000);
afterEach(() => desk.close());

const inTheCentre = <Value>(work: Parameters<typeof inCentre<Value>>[2]) =>
  inCentre(headquarters.headquarters.databases.app, centre, work);
const leave = () => leaveHeadquarters(desk.station, desk.fetch, { evenUnsent: true, actor: 'operator' });
const sayLeft = () => desk.client.ask('/sync/v1/leave', leaveAnswer, { body: {} });
const standing = () =>
  inTheCentre(async (db) => (await stationOf(db, desk.station.settings.station))?.standing);
const setStanding = (to: Standing) =>
  inTheCentre((db) =>
    changeStanding(db, desk.station.settings.station, {
      from: ['waiting', 'active', 'frozen', 'left', 'revoked'],
      to,
      at: testMoment,
    }),
  );
const aCode = async () => (await issueCode(headquarters.headquarters, centre, 'operator')).code;
const join = (code: string) =>
  joinHeadquarters(desk.station, desk.fetch, { address: 'https://headquarters.test', code, name: 'Empfang' });

test('a station that leaves tells headquarters, comes again with a new code, and sends what it recorded alone', async () => {
  const before = expectPerson(desk.station);
  await desk.push();
  must(await leave());
  expect(await standing()).toBe('left');
  // The token that it still has counts no more.
  expect(await desk.client.ask('/sync/v1/state', stateAnswer)).toMatchObject({ ok: false });
  const alone = expectPerson(desk.station, aPerson({ givenName: 'Berta' }));
  must(await join(await aCode()));
  expect(await standing()).toBe('waiting');
  await confirmStation(headquarters, centre, desk.station.settings.station);
  await speaking(desk, desk).push();
  const other = await aJoinedStation(headquarters, centre, 1);
  for (const each of [before, alone])
    await other.pullUntil('the person', () => personById(other.station.db, each));
  other.close();
}, 60_000);

test('a station that leaves without the line comes again once it was revoked there', async () => {
  desk.line.isCut = true;
  must(await leave());
  desk.line.isCut = false;
  expect(await standing()).toBe('active');
  expect(await join(await aCode())).toEqual({ ok: false, refusal: 'station-known' });
  await setStanding('revoked');
  must(await join(await aCode()));
}, 60_000);

test('a stolen computer that was revoked or halted cannot leave, and comes back with no guessed code', async () => {
  for (const [found, answer] of [
    ['revoked', { ok: false }],
    ['frozen', { ok: true, value: { hasLeft: false } }],
  ] as const) {
    await setStanding(found);
    expect(await sayLeft()).toMatchObject(answer);
    expect(await standing()).toBe(found);
  }
  await setStanding('active');
  must(await leave());
  expect(await join(`${centre.toUpperCase()}-0000-0000`)).toEqual({ ok: false, refusal: 'code-not-valid' });
  expect(await standing()).toBe('left');
}, 60_000);

test('nobody comes under the name of a station that left with another key', async () => {
  must(await leave());
  const asked = await askToEnrol(headquarters, await aCode(), {
    station: desk.station.settings.station,
    signing: makeKeyPair('Ed25519'),
    exchange: makeKeyPair('X25519'),
  });
  expect(asked.json()).toMatchObject({ type: 'urn:impfpass:problem:station-known' });
  expect(await standing()).toBe('left');
}, 60_000);

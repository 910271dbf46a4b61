import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../domain/staff/roles.ts';
import { issueCode } from '../../../headquarters/features/enrolment/enrolment.ts';
import { settingOf } from '../../../main/store/settings.ts';
import type { SyncLoop } from '../../../main/sync/known-loop.ts';
import type { Read } from '../../support/asking.ts';
import { aHeadquartersWithPasses, expectPersonWithPass } from '../../support/connected-centre.ts';
import { digestOfStore } from '../../support/digest-of-store.ts';
import { type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';
import { aWindow, expectStaff, type TestStaff } from '../../support/staff.ts';
import { aPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

const used = { ok: false, refusal: { reason: 'request-id-used' } };
const roles: Role[] = ['site-lead', 'reception'];

let headquarters: TestHeadquarters;
let centres = 0;
let address: string;
beforeAll(async () => {
  headquarters = await aHeadquartersWithPasses();
  await headquarters.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(headquarters.app.server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(() => headquarters?.close());

let opened: TestStation | undefined;
afterEach(async () => {
  await opened?.station.sync.stop();
  opened?.close();
});

async function windowOf(station: TestStation['station']) {
  const lead = await expectStaff(station, 'Ada Lend', roles);
  const window = aWindow(() => station);
  await window.signIn(lead, lead.pin);
  return window;
}

test('a station that joined joins nothing else by the same request, and leaves once', async () => {
  centres += 1;
  const centre = await aCentre(headquarters, `anfrage-${centres}`);
  opened = await openTestStation(undefined, testMoment, { mode: 'live' });
  const { station } = opened;
  const window = await windowOf(station);
  const { code } = await issueCode(headquarters.headquarters, centre, 'operator');
  const join = { requestId: crypto.randomUUID(), address, code, name: 'Empfang' };
  expect(await window.ask('sync.join', join)).toMatchObject({ ok: true });
  const joined = settingOf(station.db, 'headquarters');
  expect(await window.ask('sync.join', join)).toMatchObject({ ok: true });
  for (const other of [
    { address: 'https://elsewhere.invalid' },
    { name: 'Impfkabine' },
    { code: 'ABCD-EFGH' },
  ])
    expect(await window.ask('sync.join', { ...join, ...other })).toMatchObject(used);
  expect(settingOf(station.db, 'headquarters')).toEqual(joined);
  const leave = { requestId: crypto.randomUUID(), evenUnsent: true };
  expect(await window.ask('sync.leave', leave)).toMatchObject({ ok: true });
  expect(await window.ask('sync.leave', leave)).toMatchObject({ ok: true });
  expect(await window.ask('sync.leave', { ...leave, evenUnsent: false })).toMatchObject(used);
  expect(await window.ask('sync.leave', { ...join })).toMatchObject({ ok: false });
}, 60_000);

describe('in a connected centre', () => {
  let desk: JoinedStation;
  let window: ReturnType<typeof aWindow>;
  let second: TestStaff;
  beforeEach(async () => {
    centres += 1;
    desk = await aJoinedStation(headquarters, await aCentre(headquarters, `anfrage-${centres}`));
    opened = desk;
    const { station } = desk;
    const ask: SyncLoop['ask'] = (path, schema, body) => desk.client.ask(path, schema, { body });
    window = await windowOf({ ...station, sync: { ...station.sync, ask } });
    second = await expectStaff(desk.station, 'Dora Arzt', roles, '8264');
  }, 60_000);

  /** Asks, again, and something else under the same id. */
  async function askTwice(channel: string, asked: object, other: object): Promise<Read[]> {
    const wish = { ...asked, requestId: crypto.randomUUID() };
    const first = await window.ask(channel, wish);
    expect(first, JSON.stringify(first)).toMatchObject({ ok: true });
    const before = digestOfStore(desk.station.db);
    expect(await window.ask(channel, { ...wish, ...other })).toMatchObject(used);
    expect(digestOfStore(desk.station.db)).toBe(before);
    return [first, await window.ask(channel, wish)];
  }

  test('a message to many is ordered once, and no other under its request', async () => {
    await expectPersonWithPass(desk);
    const words = { de: 'Bitte Maske tragen.', en: 'Please wear a mask.' };
    const days = { from: testMoment.slice(0, 10) };
    const other = { words: { ...words, de: 'Etwas anderes' } };
    const [first, again] = await askTwice('messages.send', { words, days }, other);
    expect(again).toEqual(first);
  }, 60_000);

  test('a share of places online is set once, and no other under its request', async () => {
    const share = { onlinePercent: 50, walkInPercent: 10 };
    const [first, again] = await askTwice('slots.set-online-share', share, { onlinePercent: 60 });
    expect(again).toEqual(first);
  }, 60_000);

  test('headquarters makes no link to somebody else under the request of a link', async () => {
    const [one, two] = [
      await expectPersonWithPass(desk),
      await expectPersonWithPass(desk, aPerson({ givenName: 'Otto' })),
    ];
    const [first, again] = await askTwice('handover.make-link', { personId: one }, { personId: two });
    expect(again.value.url).toBe(first.value.url);
  }, 60_000);

  test('headquarters erases nobody else under the request of an erasure', async () => {
    const [one, two] = [
      await expectPersonWithPass(desk),
      await expectPersonWithPass(desk, aPerson({ givenName: 'Otto' })),
    ];
    await desk.push();
    const secondSignIn = { staffId: second.staffId, pin: second.pin };
    const [first, again] = await askTwice('people.erase', { personId: one, secondSignIn }, { personId: two });
    expect(first.value.outcome).toBe('erased');
    expect(again).toEqual(first);
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { aWindow, expectStaff, type TestStaff } from '../../support/staff.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

let opened: TestStation;
let lead: TestStaff;
let other: TestStaff;
let erika: PersonId;
let emil: PersonId;
const window = aWindow(() => opened.station);
const elsewhere = aWindow(() => opened.station, 'window-2');

beforeAll(async () => {
  opened = await openTestStation();
  lead = await expectStaff(opened.station, 'Ada Lend', ['site-lead'], '4739');
  other = await expectStaff(opened.station, 'Ben Ruf', ['site-lead'], '5826');
  erika = expectPerson(opened.station);
  emil = expectPerson(opened.station, aPerson({ givenName: 'Emil', familyName: 'Weiß' }));
  await window.signIn(lead, '4739');
  await elsewhere.signIn(other, '5826');
});
afterAll(() => opened.close());

const used = { ok: false, refusal: { reason: 'request-id-used' } };

function events(): number {
  return opened.station.db.all('SELECT 1 FROM event').length;
}

describe('a kept answer belongs to its question', () => {
  test('asked again it is given again; another lot or person under it is refused, and nothing is done', async () => {
    for (const personId of [erika, emil])
      must(checkIn(opened.station, 'operator', { personId, via: 'search', overrides: ['no-appointment'] }));
    const dose = {
      requestId: crypto.randomUUID(),
      personId: erika,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
      overrides: [],
    };
    const first = await window.ask('desk.record-dose', dose);
    expect(first).toMatchObject({ ok: true });
    const before = events();
    expect(await window.ask('desk.record-dose', dose)).toEqual(first);
    expect(await window.ask('desk.record-dose', { ...dose, lot: 'L-2' })).toMatchObject(used);
    expect(await window.ask('desk.record-dose', { ...dose, personId: emil })).toMatchObject(used);
    expect(events()).toBe(before);
  });

  test('it is not given for another PIN, name, role or setting under the same request', async () => {
    const requestId = crypto.randomUUID();
    const set = { requestId, staffId: other.staffId, pin: '8264' };
    const add = { requestId: crypto.randomUUID(), name: 'Cleo Amt', roles: ['vaccinator'], pin: '8264' };
    const minutes = { requestId: crypto.randomUUID(), afterMinutes: 5 };
    for (const [channel, input, changed] of [
      ['staff.set-pin', set, { ...set, pin: '7351' }],
      ['staff.set-pin', set, { ...set, staffId: crypto.randomUUID() }],
      ['staff.add', add, { ...add, name: 'Cleo Amtmann' }],
      ['staff.add', add, { ...add, roles: ['site-lead'] }],
      ['staff.set-screen-lock', minutes, { ...minutes, afterMinutes: 60 }],
    ] as const) {
      expect(await window.ask(channel, input), channel).toMatchObject({ ok: true });
      const before = events();
      expect(await window.ask(channel, changed), channel).toMatchObject(used);
      expect(events()).toBe(before);
    }
  });

  test('nor to somebody else, nor for another command', async () => {
    const minutes = { requestId: crypto.randomUUID(), afterMinutes: 7 };
    expect(await window.ask('staff.set-screen-lock', minutes)).toMatchObject({ ok: true });
    await elsewhere.signIn(other, '8264');
    const third = await expectStaff(opened.station, 'Dora Leitung', ['site-lead'], '9163');
    await elsewhere.signIn(third, '9163');
    expect(await elsewhere.ask('staff.set-screen-lock', minutes)).toMatchObject(used);
    const unlock = { requestId: minutes.requestId, staffId: other.staffId };
    expect(await window.ask('staff.unlock', unlock)).toMatchObject(used);
  });

  test('what was refused is not kept: mended, it may be sent again as the same request', async () => {
    const requestId = crypto.randomUUID();
    const add = { requestId, name: '', roles: ['vaccinator'], pin: '8264' };
    expect(await window.ask('staff.add', add)).toMatchObject({ refusal: { reason: 'name-missing' } });
    expect(await window.ask('staff.add', { ...add, name: 'Finn Neu' })).toMatchObject({ ok: true });
  });

  test('the store keeps no PIN beside the answer', () => {
    const kept = JSON.stringify(opened.station.db.all('SELECT * FROM request'));
    expect(kept).not.toMatch(/8264|7351/);
  });
});

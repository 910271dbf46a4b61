import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { isLockedOut } from '../../../domain/staff/pin.ts';
import { changeStaffRoles } from '../../../main/commands/staff/change-staff-roles.ts';
import { removeStaff } from '../../../main/commands/staff/remove-staff.ts';
import { makePinVerifier } from '../../../main/staff/pin-verifier.ts';
import { countWindowTries } from '../../../main/staff/window-tries.ts';
import { keepPin } from '../../../main/store/tables/staff/staff-pins.ts';
import { aWindow, expectStaff, type TestStaff } from '../../support/staff.ts';
import { expectPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
let lead: TestStaff;
let ben: TestStaff;
const window1 = aWindow(() => opened.station);
const window2 = aWindow(() => opened.station, 'window-2');

beforeEach(async () => {
  opened = await openTestStation();
  lead = await expectStaff(opened.station, 'Ada Lend', ['site-lead'], '4739');
  ben = await expectStaff(opened.station, 'Ben Ruf', ['site-lead'], '5826');
});
afterEach(() => opened.close());

describe('while a PIN is checked', () => {
  test.each([
    ['locked', () => window1.ask('staff.sign-out')],
    ['closed', async () => opened.station.sessions.end('window-1')],
  ])('a window that is %s stays without a session', async (_, end) => {
    const entering = window1.signIn(ben, '5826');
    await end();
    expect((await entering).refusal).toEqual({ reason: 'signed-out' });
    expect((await window1.ask('staff.session')).value.signedIn).toBeUndefined();
    expect((await window1.ask('desk.today')).refusal).toEqual({ reason: 'signed-out' });
  });

  test('of two wishes at one window the later one counts', async () => {
    const first = window1.signIn(ben, '5826');
    const second = window1.signIn(lead, '4739');
    expect((await first).ok).toBe(false);
    expect((await second).value.signedIn.name).toBe('Ada Lend');
  });

  test('somebody who is taken off the staff meanwhile does nothing any more', async () => {
    await window1.signIn(lead, '4739');
    await window2.signIn(ben, '5826');
    const staff = opened.station.db.all('SELECT 1 FROM staff').length;
    const requestId = crypto.randomUUID();
    const adding = window2.ask('staff.add', {
      requestId,
      name: 'Cleo Amt',
      roles: ['site-lead'],
      pin: '8264',
    });
    await window1.ask('staff.remove', { requestId: crypto.randomUUID(), staffId: ben.staffId });
    expect((await adding).refusal).toEqual({ reason: 'signed-out' });
    expect(opened.station.db.all('SELECT 1 FROM staff')).toHaveLength(staff);
  });

  test('a PIN that somebody else is replacing opens nothing any more', async () => {
    await window1.signIn(lead, '4739');
    const verifier = await makePinVerifier('8264');
    const entering = window2.signIn(ben, '5826');
    keepPin(opened.station.db, ben.staffId, verifier, true);
    expect((await entering).refusal?.reason).toBe('pin-wrong');
    expect((await window2.ask('staff.session')).value.signedIn).toBeUndefined();
    expect((await window2.signIn(ben, '8264')).ok).toBe(true);
  });

  test('a second person who loses the role, or the staff, approves nothing any more', async () => {
    const erika = expectPerson(opened.station);
    await window1.signIn(lead, '4739');
    const erase = () =>
      window1.ask('people.erase', {
        requestId: crypto.randomUUID(),
        personId: erika,
        secondSignIn: { staffId: ben.staffId, pin: '5826' },
      });
    const as = `staff:${lead.staffId}` as const;
    const first = erase();
    must(changeStaffRoles(opened.station, as, { staffId: ben.staffId, roles: ['auditor'] }));
    expect(await first).toMatchObject({ refusal: { reason: 'second-person-not-allowed' } });
    must(changeStaffRoles(opened.station, as, { staffId: ben.staffId, roles: ['site-lead'] }));
    const second = erase();
    must(removeStaff(opened.station, as, { staffId: ben.staffId }));
    expect((await second).refusal?.reason).toBe('staff-unknown');
  });

  test('somebody who locks their window, or loses the role, does nothing any more', async () => {
    await window1.signIn(lead, '4739');
    await window2.signIn(ben, '5826');
    const add = (name: string) =>
      window2.ask('staff.add', { requestId: crypto.randomUUID(), name, roles: ['auditor'], pin: '8264' });
    const first = add('Cleo Amt');
    const roles = { requestId: crypto.randomUUID(), staffId: ben.staffId, roles: ['reception'] };
    await window1.ask('staff.change-roles', roles);
    expect((await first).refusal).toEqual({ reason: 'not-allowed' });
  });
});

describe('wrong PINs', () => {
  test('at one window lock out one person, not everybody', async () => {
    const more = [];
    for (const name of ['Cleo Amt', 'Dora Fink', 'Emil Groß'])
      more.push(await expectStaff(opened.station, name, ['reception'], '6284'));
    for (const somebody of [ben, ...more, lead])
      for (let tries = 0; tries < 5; tries++) await window1.signIn(somebody, '1357');
    const { people } = (await window1.ask('staff.sign-in-names')).value;
    expect(people.filter(({ isLocked }: { isLocked: boolean }) => isLocked)).toHaveLength(1);
    expect((await window1.signIn(lead, '4739')).refusal.reason).toBe('window-waits');
    expect((await window2.signIn(lead, '4739')).ok).toBe(true);
  });

  test('lock for a time that grows, and a right one begins anew', async () => {
    for (let tries = 0; tries < 5; tries++) await window1.signIn(ben, '1357');
    const until = addMinutes(opened.clock.now, 5);
    expect((await window2.signIn(ben, '5826')).refusal).toEqual({ reason: 'pin-locked', details: { until } });
    opened.clock.now = addMinutes(opened.clock.now, 6);
    const longer = { until: addMinutes(opened.clock.now, 15) };
    expect((await window2.signIn(ben, '1357')).refusal).toEqual({ reason: 'pin-locked', details: longer });
    opened.clock.now = addMinutes(opened.clock.now, 6);
    expect((await window2.signIn(ben, '5826')).refusal.reason).toBe('pin-locked');
    opened.clock.now = addMinutes(opened.clock.now, 10);
    expect((await window2.signIn(ben, '5826')).ok).toBe(true);
    expect((await window2.signIn(ben, '1357')).refusal.details).toEqual({ left: 4 });
  });

  test('of a second person count against whoever asks for them', async () => {
    await window1.signIn(lead, '4739');
    const ask = (pin: string) =>
      window1.ask('people.erase', {
        requestId: crypto.randomUUID(),
        personId: crypto.randomUUID(),
        secondSignIn: { staffId: ben.staffId, pin },
      });
    for (let tries = 0; tries < 4; tries++)
      expect((await ask('1357')).refusal).toEqual({ reason: 'pin-wrong', details: { left: 4 - tries } });
    // The fifth one locks both, and says so of whoever asks; so does every further one, right or wrong.
    expect((await ask('1357')).refusal.reason).toBe('asker-locked');
    expect((await ask('5826')).refusal.reason).toBe('asker-locked');
    expect((await window2.signIn(lead, '4739')).refusal.reason).toBe('pin-locked');
  });
});

test('a lock from before locks ended by themselves stays until a lead unlocks', () => {
  const now = opened.clock.now;
  expect(isLockedOut({ wrongTries: 5, lockOuts: 0 }, addMinutes(now, 10_000))).toBe(true);
});

test('a window that tries too often waits longer each time, by a time that nobody sets', () => {
  let ms = 0;
  const tries = countWindowTries(() => ms);
  for (let wrong = 0; wrong < 7; wrong++) tries.wrong('w');
  expect(tries.waitSeconds('w')).toBe(60);
  ms = 60_000;
  expect(tries.waitSeconds('w')).toBe(0);
  tries.wrong('w');
  expect(tries.waitSeconds('w')).toBe(120);
  expect(tries.waitSeconds('another')).toBe(0);
  tries.right('w');
  expect(tries.waitSeconds('w')).toBe(0);
});

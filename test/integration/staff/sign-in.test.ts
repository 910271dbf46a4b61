import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seedTrialStaff } from '../../../main/centre/seed-trial-staff.ts';
import { closeStation } from '../../../main/compose.ts';
import { wholeLog } from '../../../main/store/event-log/read-events.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { aWindow, expectStaff, type TestStaff } from '../../support/staff.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
let lead: TestStaff;
let ben: TestStaff;
const window1 = aWindow(() => opened.station);
const window2 = aWindow(() => opened.station, 'window-2');

beforeEach(async () => {
  opened = await openTestStation();
  lead = await expectStaff(opened.station, 'Ada Lend', ['site-lead'], '4739');
  ben = await expectStaff(opened.station, 'Ben Ruf', ['reception'], '5826');
});
afterEach(() => opened.close());

function requestId(): string {
  return crypto.randomUUID();
}

async function lockOutBen() {
  for (let tries = 0; tries < 5; tries++) await window1.signIn(ben, '1357');
}

describe('given two people on the staff', () => {
  test('nobody is told more than the names before a PIN was entered', async () => {
    const { people } = (await window1.ask('staff.sign-in-names')).value;
    expect(people).toEqual([
      { staffId: lead.staffId, name: 'Ada Lend', isLocked: false },
      { staffId: ben.staffId, name: 'Ben Ruf', isLocked: false },
    ]);
    expect((await window1.ask('desk.today')).refusal).toEqual({ reason: 'signed-out' });
  });

  test('the right PIN opens this window, and only this one', async () => {
    const { signedIn } = (await window1.signIn(ben, '5826')).value;
    expect(signedIn).toMatchObject({ name: 'Ben Ruf', roles: ['reception'], mustChangePin: false });
    expect((await window1.ask('desk.today')).ok).toBe(true);
    expect((await window2.ask('desk.today')).refusal).toEqual({ reason: 'signed-out' });
    await window1.ask('staff.sign-out');
    expect((await window1.ask('desk.today')).refusal).toEqual({ reason: 'signed-out' });
  });

  test('switching needs no sign-out, and a wrong PIN leaves nobody signed in', async () => {
    await window1.signIn(lead, '4739');
    await window1.signIn(ben, '5826');
    expect((await window1.ask('staff.session')).value.signedIn.name).toBe('Ben Ruf');
    await window1.signIn(lead, '0007');
    expect((await window1.ask('staff.session')).value.signedIn).toBeUndefined();
  });

  test('each wrong PIN says how many tries are left, and the right one gives them back', async () => {
    expect((await window1.signIn(ben, '1357')).refusal).toEqual({
      reason: 'pin-wrong',
      details: { left: 4 },
    });
    expect((await window2.signIn(ben, '1358')).refusal).toEqual({
      reason: 'pin-wrong',
      details: { left: 3 },
    });
    expect((await window1.signIn(ben, '5826')).ok).toBe(true);
    expect((await window1.signIn(ben, '1357')).refusal.details).toEqual({ left: 4 });
  });

  test('five wrong tries lock them, also for the right PIN, until a site lead unlocks', async () => {
    await lockOutBen();
    expect((await window1.signIn(ben, '5826')).refusal.reason).toBe('pin-locked');
    await window2.signIn(lead, '4739');
    const list = (await window2.ask('staff.list')).value.members;
    expect(list.map((each: { isLocked: boolean }) => each.isLocked)).toEqual([false, true]);
    await window2.ask('staff.unlock', { requestId: requestId(), staffId: ben.staffId });
    expect((await window1.signIn(ben, '5826')).ok).toBe(true);
    const types = [...wholeLog(opened.station.db)].map(({ event }) => event.type);
    expect(types).toContain('StaffLockedOut');
    expect(types).toContain('StaffUnlocked');
  });

  test('many guesses at once are no more than five', async () => {
    const guesses = Array.from({ length: 20 }, (_, guess) => window1.signIn(ben, String(2000 + guess)));
    const reasons = (await Promise.all(guesses)).map(({ refusal }) => refusal.reason);
    expect(reasons.filter((reason) => reason === 'pin-wrong')).toHaveLength(4);
    expect((await window1.signIn(ben, '5826')).refusal.reason).toBe('pin-locked');
  });

  test('a restart forgets who was signed in, but no wrong try', async () => {
    await window1.signIn(lead, '4739');
    await window2.signIn(ben, '1357');
    await window2.signIn(ben, '1357');
    closeStation(opened.station);
    opened = await openTestStation(opened.dir);
    expect((await window1.ask('staff.session')).value.signedIn).toBeUndefined();
    expect((await window2.signIn(ben, '1357')).refusal.details).toEqual({ left: 2 });
  });

  test('a try is counted before the PIN is looked at: a kill in between gives no guess for free', async () => {
    const left = window1.signIn(ben, '1357');
    const row = opened.station.db.first<{ wrong_tries: number }>(
      'SELECT wrong_tries FROM staff_pin WHERE staff_id = ?',
      ben.staffId,
    );
    expect(row?.wrong_tries).toBe(1);
    await left;
  });

  test('the log holds no PIN and nothing one could be guessed from', async () => {
    await window1.signIn(ben, '5826');
    await window1.signIn(ben, '1357');
    const pinRows = opened.station.db.all<{ salt: Uint8Array; verifier: Uint8Array }>(
      'SELECT salt, verifier FROM staff_pin',
    );
    const secrets = pinRows.flatMap(({ salt, verifier }) =>
      [salt, verifier].flatMap((bytes) =>
        (['hex', 'base64'] as const).map((as) => Buffer.from(bytes).toString(as)),
      ),
    );
    const rows = opened.station.db.all<{ data: string }>("SELECT data FROM event WHERE type LIKE 'Staff%'");
    const log = rows.map(({ data }) => data).join('\n');
    for (const secret of ['5826', '1357', '4739', ...secrets]) expect(log).not.toContain(`"${secret}"`);
    expect(log).not.toContain('Ben Ruf');
    expect(opened.logged.join('')).not.toMatch(/5826|1357/);
  });
});

describe('given a site lead at a window', () => {
  beforeEach(() => window1.signIn(lead, '4739'));

  test('who is added comes in once with the PIN they were given, and first chooses their own', async () => {
    const input = { requestId: requestId(), name: 'Cleo Amt', roles: ['vaccinator'], pin: '8264' };
    const { staffId } = (await window1.ask('staff.add', input)).value;
    expect((await window1.ask('staff.add', input)).value.staffId).toBe(staffId);
    const cleo = { staffId, name: 'Cleo Amt', pin: '8264' };
    expect((await window2.signIn(cleo, '8264')).value.signedIn.mustChangePin).toBe(true);
    expect((await window2.ask('desk.today')).refusal).toEqual({ reason: 'not-allowed' });
    const own = (pin: string, newPin: string) =>
      window2.ask('staff.change-own-pin', { requestId: requestId(), pin, newPin });
    expect((await own('8264', '8264')).refusal.reason).toBe('pin-same');
    expect((await own('8264', '1234')).refusal.reason).toBe('pin-too-simple');
    expect((await own('9999', '2468')).refusal.reason).toBe('pin-wrong');
    expect((await own('8264', '2469')).value.signedIn.mustChangePin).toBe(false);
    expect((await window2.ask('desk.today')).ok).toBe(true);
  });

  test('a role that is taken away counts from the next question on', async () => {
    await window2.signIn(ben, '5826');
    expect((await window2.ask('desk.today')).ok).toBe(true);
    const change = { requestId: requestId(), staffId: ben.staffId, roles: ['stock-keeper'] };
    await window1.ask('staff.change-roles', change);
    expect((await window2.ask('desk.today')).refusal).toEqual({ reason: 'not-allowed' });
    await window1.ask('staff.remove', { requestId: requestId(), staffId: ben.staffId });
    expect((await window2.ask('desk.today')).refusal).toEqual({ reason: 'signed-out' });
    expect((await window2.signIn(ben, '5826')).refusal).toEqual({ reason: 'staff-unknown' });
  });

  test('nobody sets their own PIN without the present one, or changes their own roles', async () => {
    const own = { requestId: requestId(), staffId: lead.staffId };
    expect((await window1.ask('staff.set-pin', { ...own, pin: '8264' })).refusal.reason).toBe('own-account');
    const more = { ...own, roles: ['site-lead', 'vaccinator'] };
    expect((await window1.ask('staff.change-roles', more)).refusal.reason).toBe('own-roles');
  });

  test('the read models of staff are made from the log alone', async () => {
    await window1.ask('staff.change-roles', {
      requestId: requestId(),
      staffId: ben.staffId,
      roles: ['auditor'],
    });
    const before = digestOfProjections(opened.station.db);
    rebuildProjections(opened.station.db);
    expect(digestOfProjections(opened.station.db)).toBe(before);
  });
});

describe('given a new centre', () => {
  let fresh: TestStation;
  const first = aWindow(() => fresh.station);
  beforeEach(async () => {
    fresh = await openTestStation();
  });
  afterEach(() => fresh.close());

  test('the first person becomes the site lead and is signed in; there is no second first person', async () => {
    expect((await first.ask('staff.session')).value.isFirstRun).toBe(true);
    const input = { requestId: requestId(), name: 'Ada Lend', pin: '4739' };
    const entered = (await first.ask('staff.add-first', input)).value;
    expect(entered).toMatchObject({
      isFirstRun: false,
      signedIn: { name: 'Ada Lend', roles: ['site-lead'] },
    });
    const again = { requestId: requestId(), name: 'Ben Ruf', pin: '5826' };
    expect((await first.ask('staff.add-first', again)).refusal.reason).toBe('staff-exists');
  });

  test('a trial shows the PINs of its staff, but none that somebody chose', async () => {
    await seedTrialStaff(fresh.station);
    await seedTrialStaff(fresh.station);
    const leonieNow = async () => {
      const { people } = (await first.ask('staff.sign-in-names')).value;
      expect(people).toHaveLength(4);
      return people.find(({ name }: TestStaff) => name === 'Leonie Albrecht');
    };
    const leonie = await leonieNow();
    expect(leonie.trialPin).toBe('4739');
    await first.signIn(leonie, '4739');
    await first.ask('staff.change-own-pin', { requestId: requestId(), pin: '4739', newPin: '8264' });
    expect((await leonieNow()).trialPin).toBeUndefined();
  });
});

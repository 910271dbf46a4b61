import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatRecoveryCode, readRecoveryCode } from '../../../domain/staff/recovery-code.ts';
import { wholeLog } from '../../../main/store/event-log/read-events.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
let staffId: string;
let code: string;
const lead = aWindow(() => opened.station);
const stranger = aWindow(() => opened.station, 'window-2');

beforeEach(async () => {
  opened = await openTestStation();
  const input = { requestId: crypto.randomUUID(), name: 'Ada Lend', pin: '4739' };
  const entered = (await lead.ask('staff.add-first', input)).value;
  staffId = entered.signedIn.staffId;
  code = entered.recoveryCode;
  expect((await lead.ask('staff.add-first', input)).value.recoveryCode).toBeUndefined();
});
afterEach(() => opened.close());

function recover(more: object = {}) {
  return stranger.ask('staff.recover', { staffId, code, newPin: '8264', ...more });
}

async function lockOut() {
  for (let tries = 0; tries < 5; tries++) await stranger.ask('staff.sign-in', { staffId, pin: '1357' });
}

test('given the only site lead locked out, when they type the code as people type, then they are in with a new PIN', async () => {
  await lockOut();
  expect((await stranger.ask('staff.sign-in', { staffId, pin: '4739' })).refusal.reason).toBe('pin-locked');
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`;
  const entered = (await recover({ code: typed })).value;
  expect(entered.signedIn).toMatchObject({ name: 'Ada Lend', mustChangePin: false });
  await stranger.ask('staff.sign-out');
  expect((await stranger.ask('staff.sign-in', { staffId, pin: '4739' })).refusal.reason).toBe('pin-wrong');
  expect((await stranger.ask('staff.sign-in', { staffId, pin: '8264' })).ok).toBe(true);
  expect((await recover()).refusal.reason).toBe('recovery-refused');
  expect((await recover({ code: entered.recoveryCode })).ok).toBe(true);
});

test('the same code at two windows at once lets one in', async () => {
  const answers = await Promise.all([recover(), recover({ newPin: '7391' })]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('a wrong code, a simple PIN, and somebody who leads nothing are refused and change nothing', async () => {
  const ben = await expectStaff(opened.station, 'Ben Ruf', ['reception'], '5826');
  const wrong = formatRecoveryCode(new Uint8Array(10));
  expect((await recover({ code: wrong })).refusal.reason).toBe('recovery-refused');
  expect((await recover({ code: 'kein Code' })).refusal.reason).toBe('recovery-refused');
  expect((await recover({ staffId: ben.staffId })).refusal.reason).toBe('recovery-refused');
  expect((await recover({ newPin: '1234' })).refusal.reason).toBe('pin-too-simple');
  expect((await stranger.ask('staff.sign-in', { staffId: ben.staffId, pin: '5826' })).ok).toBe(true);
  expect((await recover()).ok).toBe(true);
});

test('a site lead makes a new code, which ends the one before', async () => {
  const made = (await lead.ask('staff.make-recovery-code')).value.recoveryCode;
  expect(made).not.toBe(code);
  expect((await recover()).refusal.reason).toBe('recovery-refused');
  expect((await recover({ code: made })).ok).toBe(true);
});

test('the log says that it was used, and neither log nor request answers hold a code or its hash', async () => {
  await recover();
  await lead.ask('staff.make-recovery-code');
  const log = [...wholeLog(opened.station.db)].map(({ event }) => event.type);
  expect(log).toContain('SiteLeadRecovered');
  expect(log.filter((type) => type === 'RecoveryCodeMade')).toHaveLength(3);
  const kept = JSON.stringify([
    opened.station.db.all('SELECT * FROM event'),
    opened.station.db.all('SELECT * FROM request'),
  ]);
  expect(kept).not.toContain(code);
  expect(kept).not.toContain('verifier');
});

test('how long windows stay open is a fact with a name to it', async () => {
  await lead.ask('staff.sign-in', { staffId, pin: '4739' });
  await lead.ask('staff.set-screen-lock', { requestId: crypto.randomUUID(), afterMinutes: 20 });
  const [set] = [...wholeLog(opened.station.db)].filter(({ event }) => event.type === 'ScreenLockSet');
  expect(set).toMatchObject({ actor: `staff:${staffId}`, event: { data: { afterMinutes: 20 } } });
  expect((await lead.ask('staff.session')).value.lockAfterMinutes).toBe(20);
});

test('codes are written in symbols that nobody mistakes for one another', () => {
  expect(formatRecoveryCode(new Uint8Array(10).fill(255))).toBe('XXXX-XXXX-XXXX-XXXX');
  expect(readRecoveryCode('xxxx xxxx xxxx xxxx')).toBe('XXXX-XXXX-XXXX-XXXX');
  expect(readRecoveryCode('oI00-0000-0000-0000')).toBe('0100-0000-0000-0000');
  expect(readRecoveryCode('YYYY-0000-0000-0000')).toBeUndefined();
  expect(readRecoveryCode('')).toBeUndefined();
});

test('many wrong codes at once from windows where nobody is signed in delay nobody who signs in elsewhere', async () => {
  const wrongCode = code.replace(/^./, (first) => (first === '2' ? '3' : '2'));
  const windows = Array.from({ length: 40 }, (_, at) => aWindow(() => opened.station, `stranger-${at}`));
  const wrong = windows.map(({ ask }) => ask('staff.recover', { staffId, code: wrongCode, newPin: '8264' }));
  const before = performance.now();
  expect((await lead.ask('staff.sign-in', { staffId, pin: '4739' })).ok).toBe(true);
  expect(performance.now() - before).toBeLessThan(3_000);
  const reasons = (await Promise.all(wrong)).map(({ refusal }) => refusal.reason);
  expect(reasons.filter((reason) => reason === 'recovery-refused')).toHaveLength(5);
  expect(reasons.filter((reason) => reason === 'window-waits')).toHaveLength(35);
  expect((await recover()).ok).toBe(true);
});

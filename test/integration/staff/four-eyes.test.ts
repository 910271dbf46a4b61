import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { wholeLog } from '../../../main/store/event-log/read-events.ts';
import { aWindow, expectStaff, type TestStaff } from '../../support/staff.ts';
import { expectPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
let lead: TestStaff;
let ben: TestStaff;
let personId: PersonId;
let doseId: string;
const window1 = aWindow(() => opened.station);

beforeEach(async () => {
  opened = await openTestStation();
  lead = await expectStaff(opened.station, 'Ada Lend', ['site-lead'], '4739');
  ben = await expectStaff(opened.station, 'Ben Ruf', ['vaccinator'], '5826');
  personId = expectPerson(opened.station);
  await window1.signIn(lead, '4739');
  const arrival = { personId, via: 'search', overrides: ['no-appointment'] };
  await window1.ask('desk.check-in', { requestId: crypto.randomUUID(), ...arrival });
  const dose = {
    personId,
    ordinal: 1,
    lot: 'L-1',
    site: 'left-upper-arm',
    consent: 'oral',
    productId: 'comirnaty',
  };
  const given = await window1.ask('desk.record-dose', { requestId: crypto.randomUUID(), ...dose });
  doseId = given.value.doseId;
});
afterEach(() => opened.close());

function voidWith(second: { staffId: string; pin: string } | undefined) {
  const requestId = crypto.randomUUID();
  const wish = { requestId, personId, doseId, reason: 'not-given', secondSignIn: second };
  return window1.ask('desk.void-dose', wish);
}

async function isVoided(): Promise<boolean> {
  return (await window1.ask('desk.card', { personId })).value.doses[0].isVoided;
}

describe('given a dose that was recorded in error', () => {
  test('a second person voids it with their PIN, and both stand in the event', async () => {
    expect((await voidWith({ staffId: ben.staffId, pin: '5826' })).ok).toBe(true);
    expect(await isVoided()).toBe(true);
    const voided = [...wholeLog(opened.station.db)].find(({ event }) => event.type === 'DoseVoided');
    expect(voided?.actor).toBe(`staff:${lead.staffId}`);
    expect(voided?.event).toMatchObject({ version: 2, data: { approvedBy: ben.staffId } });
  });

  test('nobody approves their own act, whatever their PIN', async () => {
    expect((await voidWith({ staffId: lead.staffId, pin: '4739' })).refusal).toEqual({
      reason: 'second-person-same',
    });
    expect(await isVoided()).toBe(false);
  });

  test('without a second person nothing is even looked at', async () => {
    expect((await voidWith(undefined)).refusal.reason).toBe('input-invalid');
  });

  test('a role that may not approve is refused without costing a try', async () => {
    const cleo = await expectStaff(opened.station, 'Cleo Amt', ['reception'], '8264');
    expect((await voidWith({ staffId: cleo.staffId, pin: '1357' })).refusal).toEqual({
      reason: 'second-person-not-allowed',
    });
    const other = aWindow(() => opened.station, 'window-2');
    expect((await other.signIn(cleo, '1357')).refusal.details).toEqual({ left: 4 });
  });

  test('wrong PINs count against the second person, as at the sign-in screen', async () => {
    const wrong = { staffId: ben.staffId, pin: '1357' };
    expect((await voidWith(wrong)).refusal).toEqual({ reason: 'pin-wrong', details: { left: 4 } });
    for (let tries = 0; tries < 4; tries++) await voidWith(wrong);
    expect((await voidWith({ staffId: ben.staffId, pin: '5826' })).refusal.reason).toBe('asker-locked');
    expect(await isVoided()).toBe(false);
    expect((await window1.ask('staff.approvers', { channel: 'desk.void-dose' })).value.people).toEqual([]);
  });

  test('a PIN that the first person set for the second does not approve', async () => {
    const setPin = { requestId: crypto.randomUUID(), staffId: ben.staffId, pin: '8264' };
    expect((await window1.ask('staff.set-pin', setPin)).ok).toBe(true);
    expect((await voidWith({ staffId: ben.staffId, pin: '8264' })).refusal).toEqual({
      reason: 'second-pin-one-time',
    });
    expect(await isVoided()).toBe(false);
  });

  test('the desk is told who could be the second person, and the vaccinator is named', async () => {
    const { value } = await window1.ask('staff.approvers', { channel: 'desk.void-dose' });
    expect(value.people).toEqual([{ staffId: ben.staffId, name: 'Ben Ruf' }]);
    expect(value.roles).toEqual(['vaccinator', 'screening-doctor', 'site-lead']);
    const card = await window1.ask('desk.card', { personId });
    expect(card.value.doses[0].vaccinator).toBe('Ada Lend');
  });
});

describe('given somebody who asked to be erased', () => {
  const erase = (second: { staffId: string; pin: string } | undefined) =>
    window1.ask('people.erase', { requestId: crypto.randomUUID(), personId, secondSignIn: second });

  test('one pair of eyes is not enough, and the second stands in the event', async () => {
    expect((await erase(undefined)).ok).toBe(false);
    expect((await erase({ staffId: lead.staffId, pin: '4739' })).refusal.reason).toBe('second-person-same');
    expect((await erase({ staffId: ben.staffId, pin: '5826' })).value.outcome).toBe('restricted');
    const restricted = [...wholeLog(opened.station.db)].find(
      ({ event }) => event.type === 'PersonRestricted',
    );
    expect(restricted?.event).toMatchObject({ version: 3, data: { approvedBy: ben.staffId } });
  });
});

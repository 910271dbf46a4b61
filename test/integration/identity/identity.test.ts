import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantAt } from '../../../domain/kernel/instant.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { slotDay as day, openSlotCentre, slot, slotDesk } from '../../support/slot-centre.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import type { TestStation } from '../../support/test-station.ts';

let opened: TestStation;

beforeEach(async () => {
  opened = await openSlotCentre();
  opened.clock.now = instantAt(day, '09:00', 'Europe/Berlin');
});
afterEach(() => opened.close());

const { ask, act, someone, book } = slotDesk(() => opened.station);

async function checkedIn() {
  const personId = someone('Anna');
  const { appointmentId } = (await book(personId, slot(day, '09:00'))).value.dates[0];
  const { visit } = (await act('desk.check-in', { personId, appointmentId, via: 'search' })).value;
  return { personId, visitId: visit.visitId as string };
}
const dose = (personId: string) =>
  act('desk.record-dose', {
    personId,
    ordinal: 1,
    lot: 'L-1',
    site: 'left-upper-arm',
    consent: 'oral',
    productId: 'comirnaty',
  });

test('given a centre without that step, a dose needs no confirmation', async () => {
  const { personId } = await checkedIn();
  expect((await ask('identity.of-person', { personId })).value).toEqual({ isOpen: false });
  expect((await dose(personId)).ok).toBe(true);
});

test('given a centre with it, no dose until somebody confirmed who the person is; reception may', async () => {
  await act('identity.switch', { isOn: true });
  const of = await checkedIn();
  expect((await dose(of.personId)).refusal.reason).toBe('identity-unconfirmed');
  const window = aWindow(() => opened.station);
  const receives = await expectStaff(opened.station, 'Rita Empfang', ['reception']);
  await window.signIn(receives, receives.pin);
  const confirm = () =>
    window.ask('identity.confirm', { requestId: crypto.randomUUID(), ...of, proof: 'passport' });
  expect((await confirm()).value).toMatchObject({ isOpen: false });
  expect((await confirm()).refusal.reason).toBe('identity-confirmed');
  expect((await dose(of.personId)).ok).toBe(true);
});

test('the confirmation of a visit that is not of today is refused', async () => {
  await act('identity.switch', { isOn: true });
  const { personId } = await checkedIn();
  const wrong = { personId, visitId: 'other-visit', proof: 'id-card' };
  expect((await act('identity.confirm', wrong)).refusal.reason).toBe('visit-unknown');
});

test('made again from the log the centre says the same, and switched off doses go on without it', async () => {
  await act('identity.switch', { isOn: true });
  expect((await act('identity.switch', { isOn: true })).refusal.reason).toBe('identity-check-unchanged');
  const { personId } = await checkedIn();
  const { db } = opened.station;
  const before = digestOfProjections(db);
  rebuildProjections(db);
  expect(digestOfProjections(db)).toBe(before);
  await act('identity.switch', { isOn: false });
  expect((await dose(personId)).ok).toBe(true);
});

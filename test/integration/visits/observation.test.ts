import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, instantAt } from '../../../domain/kernel/instant.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import type { Read } from '../../support/asking.ts';
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

async function vaccinated(name: string, more: object = {}, clock = '09:00') {
  const personId = someone(name);
  const booked = await book(personId, slot(day, clock));
  const { appointmentId } = booked.value.dates[0];
  const { visit } = (await act('desk.check-in', { personId, appointmentId, via: 'search' })).value;
  const dose = {
    personId,
    ordinal: 1,
    lot: 'L-1',
    site: 'left-upper-arm',
    consent: 'oral',
    productId: 'comirnaty',
    ...more,
  };
  expect((await act('desk.record-dose', dose)).ok).toBe(true);
  return { personId, visitId: visit.visitId };
}

async function rowOf(personId: PersonId): Promise<Read> {
  const { value } = await ask('board.now', { span: 'day' });
  return value.entries.find((entry: Read) => entry.personId === personId);
}

describe('given somebody who had a dose at nine', () => {
  test('the board counts 15 minutes from the dose, and lets them go when they are over', async () => {
    const { personId, visitId } = await vaccinated('Anna');
    const startsAt = opened.clock.now;
    expect((await rowOf(personId)).visit).toMatchObject({
      stage: 'observation',
      observation: { startsAt, minutes: 15 },
    });
    expect((await act('board.release', { personId, visitId })).refusal.reason).toBe('observation-running');
    opened.clock.now = addMinutes(startsAt, 15);
    expect((await act('board.release', { personId, visitId })).ok).toBe(true);
    const { visit } = await rowOf(personId);
    expect(visit.stage).toBe('check-out');
    expect(visit.observation).toBeUndefined();
  });

  test('the vaccinator chose 30 minutes: the board counts those', async () => {
    const { personId } = await vaccinated('Anna', { observationMinutes: 30 });
    expect((await rowOf(personId)).visit.observation.minutes).toBe(30);
  });

  test('they are kept longer from the board', async () => {
    const { personId, visitId } = await vaccinated('Anna');
    await act('board.lengthen-observation', { personId, visitId, minutes: 30 });
    expect((await rowOf(personId)).visit.observation.minutes).toBe(30);
  });

  test('reception lets nobody go early; the vaccinator does, with the reason', async () => {
    const { personId, visitId } = await vaccinated('Anna');
    const window = aWindow(() => opened.station, 'window-2');
    const early = { requestId: crypto.randomUUID(), personId, visitId, early: 'left-by-choice' };
    const receives = await expectStaff(opened.station, 'Rita Empfang', ['reception']);
    await window.signIn(receives, receives.pin);
    expect((await window.ask('board.release-early', early)).refusal.reason).toBe('not-allowed');
    const vaccinates = await expectStaff(opened.station, 'Vera Impfung', ['vaccinator']);
    await window.signIn(vaccinates, vaccinates.pin);
    expect((await window.ask('board.release-early', early)).ok).toBe(true);
    expect((await rowOf(personId)).visit.stage).toBe('check-out');
  });

  test('made again from the log, the board says the same', async () => {
    const { personId, visitId } = await vaccinated('Anna', { observationMinutes: 30 });
    await vaccinated('Berta', {}, '09:10');
    await act('board.release-early', { personId, visitId, early: 'doctor-decided' });
    const { db } = opened.station;
    const before = digestOfProjections(db);
    rebuildProjections(db);
    expect(digestOfProjections(db)).toBe(before);
  });
});

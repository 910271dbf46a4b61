import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { wholeLog } from '../../../main/store/event-log/read-events.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { expectStaff } from '../../support/staff.ts';
import {
  aPerson,
  expectPerson,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';
import { tenOnMonday, visitDesk } from '../../support/visit-desk.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), tenOnMonday);
});
afterEach(() => opened.close());

const { ask, act, visit } = visitDesk(() => opened.station);

describe('given somebody with a date today', () => {
  test('what a window confirmed before another one saved a dose is refused, and nothing is recorded', async () => {
    const personId = expectPerson(opened.station);
    await visit(personId);
    const confirmed = {
      requestId: crypto.randomUUID(),
      personId,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
    };
    expect((await ask('desk.record-dose', confirmed)).refusal).toEqual({ reason: 'doses-changed' });
    const { staffId, pin } = await expectStaff(opened.station, 'Ben Ruf', ['vaccinator']);
    const further = { ...confirmed, reason: 'Erste ging daneben', secondSignIn: { staffId, pin } };
    expect((await ask('desk.record-grave-dose', further)).refusal).toEqual({ reason: 'doses-changed' });
    expect((await ask('desk.card', { personId })).value.doses).toHaveLength(1);
  });

  test('a second dose on the same day takes a reason and a second person, and both stand in the event', async () => {
    const personId = expectPerson(opened.station);
    await visit(personId);
    const { staffId, pin } = await expectStaff(opened.station, 'Ben Ruf', ['vaccinator']);
    const input = {
      requestId: crypto.randomUUID(),
      personId,
      ordinal: 2,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
    };
    expect((await ask('desk.record-dose', input)).refusal).toEqual({ reason: 'dose-already-today' });
    const alone = { ...input, overrides: ['dose-already-today'] };
    expect((await ask('desk.record-dose', alone)).refusal.reason).toBe('input-invalid');
    const overrides = ['dose-already-today'];
    const further = { ...input, overrides, reason: 'Erste ging daneben', secondSignIn: { staffId, pin } };
    const noReason = await ask('desk.record-grave-dose', { ...further, reason: ' ' });
    expect(noReason.refusal).toEqual({ reason: 'dose-reason-missing' });
    const wrongPin = await ask('desk.record-grave-dose', {
      ...further,
      secondSignIn: { staffId, pin: '1111' },
    });
    expect(wrongPin.refusal.reason).toBe('pin-wrong');
    expect((await ask('desk.record-grave-dose', further)).value.doses).toHaveLength(2);
    const event = [...wholeLog(opened.station.db)]
      .map((each) => each.event)
      .findLast(({ type }) => type === 'DoseAdministered');
    expect(event).toMatchObject({
      version: 7,
      data: { ordinal: 2, approvedBy: staffId, personal: { reason: 'Erste ging daneben' } },
    });
    const before = digestOfProjections(opened.station.db);
    rebuildProjections(opened.station.db);
    expect(digestOfProjections(opened.station.db)).toBe(before);
  });

  test('an expired lot is refused with its date left out, and never offered for the next person', async () => {
    await visit(expectPerson(opened.station), { expiresOn: '2026-11-24' });
    const offered = { productId: 'comirnaty' };
    expect((await ask('desk.last-lot', offered)).value).toMatchObject({
      lot: 'L-1',
      expiresOn: '2026-11-24',
    });
    opened.clock.now = addMinutes(opened.clock.now, 2 * 24 * 60);
    expect((await ask('desk.last-lot', offered)).value).toEqual({ knownVials: [] });
    const personId = expectPerson(opened.station, aPerson({ familyName: 'Beispiel' }));
    const refused = await visit(personId);
    expect(refused.refusal).toEqual({ reason: 'lot-expired' });
    expect((await ask('desk.card', { personId })).value.doses).toEqual([]);
  });

  test('a second dose after three days takes a reason and a second person', async () => {
    const personId = expectPerson(opened.station);
    await visit(personId);
    opened.clock.now = addMinutes(opened.clock.now, 3 * 24 * 60);
    const alone = await visit(personId, { ordinal: 2, overrides: ['not-checked-in'] });
    expect(alone.refusal).toEqual({ reason: 'too-early' });
    const { staffId, pin } = await expectStaff(opened.station, 'Ben Ruf', ['vaccinator']);
    const dose = {
      personId,
      ordinal: 2,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
    };
    const second = { reason: 'Reise', secondSignIn: { staffId, pin } };
    const overrides = ['too-early', 'not-checked-in'];
    const together = await act('desk.record-grave-dose', { ...dose, ...second, overrides });
    expect(together.value.doses).toHaveLength(2);
  });

  test('the code of a vial is known from the first dose on that was confirmed with it', async () => {
    const personId = expectPerson(opened.station);
    expect((await ask('desk.last-lot', { productId: 'comirnaty' })).value.knownVials).toEqual([]);
    await visit(personId, { productCode: '04150123456782' });
    await visit(expectPerson(opened.station, aPerson({ familyName: 'Beispiel' })), {
      productCode: '04150123456782',
    });
    expect((await ask('desk.last-lot', { productId: 'comirnaty' })).value).toEqual({
      lot: 'L-1',
      knownVials: ['04150123456782'],
    });
  });

  test('a voided dose sets count, appointment and pass back', async () => {
    const personId = expectPerson(opened.station);
    const given = await visit(personId);
    const { staffId, pin } = await expectStaff(opened.station, 'Ben Ruf', ['vaccinator']);
    const input = {
      requestId: crypto.randomUUID(),
      personId,
      doseId: given.value.doseId,
      reason: 'not-given',
      secondSignIn: { staffId, pin },
    };
    const voided = await ask('desk.void-dose', input);
    expect(voided.value.doses[0]).toMatchObject({ isVoided: true, voidReason: 'not-given' });
    expect(voided.value.pass.doseCount).toBe(0);
    expect(voided.value.nextAction).toBe('record-dose');
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { aWindow, expectStaff, type TestStaff } from '../../support/staff.ts';
import { expectPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
let second: TestStaff;
const window = aWindow(() => opened.station);

beforeEach(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
  const vaccinates = await expectStaff(opened.station, 'Vera Impfung', ['vaccinator'], '4739');
  second = await expectStaff(opened.station, 'Dora Arzt', ['screening-doctor'], '8264');
  await window.signIn(vaccinates, vaccinates.pin);
});
afterEach(() => opened.close());

function vaccinated() {
  const personId = expectPerson(opened.station);
  const overrides = ['not-checked-in'] as const;
  const dose = { personId, lot: 'L-77', site: 'left-upper-arm', overrides } as const;
  return { personId, ...must(recordDose(opened.station, 'operator', dose)) };
}

const correction = (more: object) => ({
  requestId: crypto.randomUUID(),
  to: { lot: 'L-78', site: 'right-upper-arm', givenOn: '2026-11-22', expiresOn: '2027-01-31' },
  note: 'Etikett falsch gelesen',
  secondSignIn: { staffId: second.staffId, pin: second.pin },
  ...more,
});

describe('given a dose with a wrong lot, arm and day', () => {
  test('two people correct it; the record shows both versions with the time of the change', async () => {
    const { personId, doseId } = vaccinated();
    const answer = await window.ask('desk.correct-dose', correction({ personId, doseId }));
    expect(answer.value.doses).toMatchObject([
      { lot: 'L-78', givenOn: '2026-11-22', entry: { site: 'right-upper-arm', expiresOn: '2027-01-31' } },
    ]);
    const { value } = await window.ask('people.record', { personId, why: 'question' });
    expect(value.doseCorrections).toMatchObject([
      {
        doseId,
        recordedAt: '2026-11-23T09:00:00.000Z',
        by: 'Vera Impfung',
        approvedBy: 'Dora Arzt',
        note: 'Etikett falsch gelesen',
        before: { lot: 'L-77', site: 'left-upper-arm', givenOn: '2026-11-23' },
        after: { lot: 'L-78', givenOn: '2026-11-22' },
      },
    ]);
  });

  test('the pass follows', async () => {
    const { personId, doseId } = vaccinated();
    const before = passOf(opened.station.db, personId);
    await window.ask('desk.correct-dose', correction({ personId, doseId }));
    expect(passOf(opened.station.db, personId)?.revision).toBe((before?.revision ?? 0) + 1);
  });

  test('nobody corrects it alone', async () => {
    const { personId, doseId } = vaccinated();
    const alone = { secondSignIn: { staffId: second.staffId, pin: '0000' } };
    const answer = await window.ask('desk.correct-dose', correction({ personId, doseId, ...alone }));
    expect(answer.refusal.reason).toBe('pin-wrong');
  });

  test('the log keeps the reason under the key of the person', async () => {
    const { personId, doseId } = vaccinated();
    await window.ask('desk.correct-dose', correction({ personId, doseId }));
    const rows = opened.station.db.all(`SELECT data FROM event WHERE type = 'DoseCorrected'`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('Etikett');
  });

  test('made again from the log, the same is known', async () => {
    const { personId, doseId } = vaccinated();
    await window.ask('desk.correct-dose', correction({ personId, doseId }));
    const { db } = opened.station;
    const before = digestOfProjections(db);
    rebuildProjections(db);
    expect(digestOfProjections(db)).toBe(before);
  });
});

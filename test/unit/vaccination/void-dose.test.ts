import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AppointmentId, type DoseId, idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { courseOn } from '../../../domain/products/course.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import { decideVoid } from '../../../domain/vaccination/void-dose.ts';
import { comirnaty, day, doseGiven, doseVoided, personId } from '../../support/events.ts';
import { given } from '../../support/given-doses.ts';

const approvedBy = idOf<StaffId>('second');

describe('given the first dose on 2 November', () => {
  const state = given(doseGiven(1, '2026-11-02'));

  test('when it is voided twice, then the second time is refused', () => {
    const command = {
      doseId: idOf<DoseId>('dose-1'),
      personId,
      reason: 'wrong-entry',
      note: '',
      approvedBy,
    } as const;
    const decided = decideVoid(state, command);
    expect(decided.ok && decided.value[0]).toMatchObject({ version: 2, data: { approvedBy } });
    const voided = given(doseGiven(1, '2026-11-02'), doseVoided(1));
    expect(decideVoid(voided, command)).toEqual({ ok: false, refusal: 'dose-already-voided' });
  });

  test('when a further dose of the same visit is voided, then the appointment stays kept', () => {
    const appointmentId = idOf<AppointmentId>('appointment-1');
    const at = (event: ReturnType<typeof doseGiven>) =>
      ({ ...event, data: { ...event.data, appointmentId } }) as StationEvent;
    const both = given(at(doseGiven(1, '2026-11-02')), at(doseGiven(2, '2026-11-02')));
    const command = { personId, reason: 'wrong-entry', note: '', approvedBy } as const;
    const further = decideVoid(both, { ...command, doseId: idOf<DoseId>('dose-2') });
    expect(further.ok && further.value[0]?.data).not.toHaveProperty('appointmentId');
    const one = given(at(doseGiven(1, '2026-11-02')), at(doseGiven(2, '2026-11-02')), doseVoided(2));
    const last = decideVoid(one, { ...command, doseId: idOf<DoseId>('dose-1') });
    expect(last.ok && last.value[0]?.data).toMatchObject({ appointmentId });
  });

  test("when the reason is 'other', then it must be told", () => {
    const command = {
      doseId: idOf<DoseId>('dose-1'),
      personId,
      reason: 'other',
      note: '  ',
      approvedBy,
    } as const;
    expect(decideVoid(state, command)).toEqual({ ok: false, refusal: 'note-missing' });
  });
});

test('whatever is given and voided, no dose is forgotten and the valid ones are those not voided', () => {
  const steps = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 60 }), isVoided: fc.boolean() }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(steps, (all) => {
      let on = day('2026-01-01');
      const events: StationEvent[] = [];
      for (const [index, step] of all.entries()) {
        on = addDays(on, step.gap);
        events.push(doseGiven(index + 1, on));
        if (step.isVoided) events.push(doseVoided(index + 1));
      }
      const state = given(...events);
      expect(state.doses).toHaveLength(all.length);
      expect(validDosesOf(state, courseOn(comirnaty, day('2026-11-23')))).toHaveLength(
        all.filter(({ isVoided }) => !isVoided).length,
      );
    }),
  );
});

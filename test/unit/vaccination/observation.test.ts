import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolveAppointments, noAppointments } from '../../../domain/appointments/appointments.ts';
import { decideReachStage } from '../../../domain/appointments/change-appointment.ts';
import type { CheckedIn } from '../../../domain/appointments/events.ts';
import { fold } from '../../../domain/kernel/event.ts';
import { type AppointmentId, type DoseId, idOf, type VisitId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { products } from '../../../domain/products/catalogue.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import type { DoseAdministered, DoseVoided } from '../../../domain/vaccination/events.ts';
import {
  decideLengthen,
  decideRelease,
  observationEndsAt,
  observeAfterDose,
  planObservation,
} from '../../../domain/vaccination/observation.ts';
import type { ObservationMinutes, ObservationSet } from '../../../domain/vaccination/observation-events.ts';
import { day, doseGiven, personId } from '../../support/events.ts';
import { historyOf } from '../../support/history.ts';

const today = day('2026-11-23');
const visitId = idOf<VisitId>('visit-1');
const nine = '2026-11-23T09:00:00.000Z' as Instant;
const unhurt = { hasReacted: false };
const visit = { visitId, personId, today };

const checkedIn: CheckedIn = {
  type: 'CheckedIn',
  version: 2,
  data: { visitId, personId, day: today, via: 'pass', overrides: [] },
};
const dose: DoseAdministered = doseGiven(1, today);
const given: StationEvent = { ...dose, data: { ...dose.data, visitId } };
const observedFor = (minutes: ObservationMinutes, startsAt = nine): ObservationSet => ({
  type: 'ObservationSet',
  version: 1,
  data: { visitId, personId, startsAt, minutes, because: 'product' },
});
const historyWith = (...events: StationEvent[]) =>
  fold(noAppointments, evolveAppointments, historyOf(...events));
const observed = historyWith(checkedIn, given, observedFor(15));

describe('given somebody who has just had a dose', () => {
  test('they stay for as long as the vaccine asks for, from the dose on', () => {
    const planned = { ...planObservation({ observationMinutes: 15 }, unhurt), startsAt: nine };
    expect(observeAfterDose(historyWith(checkedIn, given), personId, today, planned)).toEqual([
      observedFor(15),
    ]);
  });

  test('whoever gives the dose may choose longer, and that it was chosen is kept', () => {
    expect(planObservation({ observationMinutes: 15 }, unhurt, 30)).toEqual({
      minutes: 30,
      because: 'chosen',
    });
  });

  test('who reacted to an earlier dose stays for 30 minutes', () => {
    const planned = planObservation({ observationMinutes: 15 }, { hasReacted: true }, 15);
    expect(planned).toEqual({ minutes: 30, because: 'earlier-reaction' });
  });

  test('nobody chooses shorter than the vaccine asks for', () => {
    expect(planObservation({ observationMinutes: 30 }, unhurt, 15)).toEqual({
      minutes: 30,
      because: 'product',
    });
  });

  test('who was never checked in is not said to be observed', () => {
    const planned = { minutes: 15, because: 'product', startsAt: nine } as const;
    expect(observeAfterDose(noAppointments, personId, today, planned)).toEqual([]);
  });
});

describe('given somebody under observation since nine, for 15 minutes', () => {
  test('at 9:14 they are not released without a reason', () => {
    expect(decideRelease(observed, { ...visit, now: addMinutes(nine, 14) })).toEqual({
      ok: false,
      refusal: 'observation-running',
    });
  });

  test('at 9:15 they are released, and have left', () => {
    const released = decideRelease(observed, { ...visit, now: addMinutes(nine, 15) });
    expect(released).toEqual({
      ok: true,
      value: [{ type: 'ObservationEnded', version: 1, data: { visitId, personId } }],
    });
    const events = released.ok ? released.value : [];
    expect(historyWith(checkedIn, given, observedFor(15), ...events).visits[0]?.stage).toBe('check-out');
  });

  test('whoever goes at 9:05 goes with the reason in the record', () => {
    const released = decideRelease(observed, {
      ...visit,
      now: addMinutes(nine, 5),
      early: 'left-by-choice',
    });
    expect(released.ok && released.value[0]?.data).toEqual({ visitId, personId, early: 'left-by-choice' });
  });

  test('a reason that came when the time was over already is not kept', () => {
    const now = addMinutes(nine, 16);
    const released = decideRelease(observed, { ...visit, now, early: 'doctor-decided' });
    expect(released.ok && released.value[0]?.data).toEqual({ visitId, personId });
  });

  test('whoever a reaction holds is released by a reason alone, however long it took', () => {
    const now = addMinutes(nine, 90);
    const held = { ...visit, now, isHeld: true };
    expect(decideRelease(observed, held)).toEqual({ ok: false, refusal: 'release-by-doctor' });
    const released = decideRelease(observed, { ...held, early: 'doctor-decided' });
    expect(released.ok && released.value[0]?.data).toEqual({ visitId, personId, early: 'doctor-decided' });
  });

  test('they are not sent out past the observation', () => {
    expect(decideReachStage(observed, { ...visit, stage: 'check-out' })).toEqual({
      ok: false,
      refusal: 'observation-running',
    });
  });

  test('they may be kept for 30 minutes from the dose, once', () => {
    const longer = decideLengthen(observed, { ...visit, minutes: 30 });
    expect(longer.ok && longer.value[0]?.data).toMatchObject({ startsAt: nine, minutes: 30 });
    const state = historyWith(checkedIn, given, observedFor(30));
    expect(decideLengthen(state, { ...visit, minutes: 30 })).toEqual({
      ok: false,
      refusal: 'observation-not-longer',
    });
  });

  test('a dose that is voided takes the observation back', () => {
    const appointmentId = idOf<AppointmentId>('appointment-1');
    const arrived: CheckedIn = { ...checkedIn, data: { ...checkedIn.data, appointmentId } };
    const voided: DoseVoided = {
      type: 'DoseVoided',
      version: 1,
      data: { doseId: idOf<DoseId>('dose-1'), personId, appointmentId, reason: 'not-given' },
    };
    const [back] = historyWith(arrived, given, observedFor(15), voided).visits;
    expect(back).toMatchObject({ stage: 'vaccination' });
    expect(back?.observation).toBeUndefined();
  });

  test('who has left is released no more', () => {
    const left = historyWith(checkedIn, given, observedFor(15), {
      type: 'ObservationEnded',
      version: 1,
      data: { visitId, personId },
    });
    expect(decideRelease(left, { ...visit, now: addMinutes(nine, 20) })).toEqual({
      ok: false,
      refusal: 'observation-none',
    });
  });
});

test('however many doses and choices a visit has, nobody may go before each of them lets them', () => {
  const step = fc.record({
    offset: fc.integer({ min: 0, max: 40 }),
    chosen: fc.constantFrom<ObservationMinutes | undefined>(15, 30, undefined),
    lengthens: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const events: StationEvent[] = [checkedIn];
      const ends: Instant[] = [];
      for (const { offset, chosen, lengthens } of steps) {
        const startsAt = addMinutes(nine, offset);
        const planned = planObservation({ observationMinutes: 15 }, unhurt, chosen);
        const set = observeAfterDose(historyWith(...events), personId, today, { ...planned, startsAt });
        events.push(given, ...set);
        ends.push(observationEndsAt({ startsAt, minutes: planned.minutes }));
        if (!lengthens) continue;
        const longer = decideLengthen(historyWith(...events), { ...visit, minutes: 30 });
        if (longer.ok) events.push(...longer.value);
      }
      const latest = ends.toSorted().at(-1) ?? nine;
      const before = addMinutes(latest, -1);
      expect(decideRelease(historyWith(...events), { ...visit, now: before }).ok).toBe(false);
    }),
  );
});

test('every vaccine of the catalogue is followed by at least 15 minutes', () => {
  for (const product of products) expect(product.observationMinutes).toBeGreaterThanOrEqual(15);
});

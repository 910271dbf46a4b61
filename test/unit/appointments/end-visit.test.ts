import { describe, expect, test } from 'vitest';
import { evolveAppointments, noAppointments } from '../../../domain/appointments/appointments.ts';
import { decideEndVisit, decideResumeVisit } from '../../../domain/appointments/end-visit.ts';
import type {
  CheckedIn,
  VisitEndedWithoutDose,
  VisitResumed,
  VisitStageReached,
} from '../../../domain/appointments/events.ts';
import { decideUndoCheckIn } from '../../../domain/appointments/undo-check-in.ts';
import { fold } from '../../../domain/kernel/event.ts';
import { type AppointmentId, idOf, type VisitId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { evolveVaccination, noDoses } from '../../../domain/vaccination/vaccination.ts';
import { appointmentBooked, day, doseGiven, personId } from '../../support/events.ts';
import { historyOf } from '../../support/history.ts';

const today = day('2026-11-02');
const visitId = idOf<VisitId>('visit-1');
const appointmentId = idOf<AppointmentId>('appointment-1');
const ofVisit = { visitId, personId, day: today, appointmentId };

const booked = appointmentBooked(1, today);
const arrived: CheckedIn = {
  type: 'CheckedIn',
  version: 2,
  data: { ...ofVisit, via: 'pass', overrides: [] },
};
const sentOn: VisitStageReached = {
  type: 'VisitStageReached',
  version: 1,
  data: { visitId, personId, stage: 'vaccination' },
};
const ended: VisitEndedWithoutDose = {
  type: 'VisitEndedWithoutDose',
  version: 1,
  data: { ...ofVisit, reason: 'unwell' },
};
const resumed: VisitResumed = {
  type: 'VisitResumed',
  version: 1,
  data: { ...ofVisit, stage: 'vaccination' },
};
const dose: StationEvent = {
  ...doseGiven(1, today),
  data: { ...doseGiven(1, today).data, visitId, appointmentId },
};
const observed: StationEvent = {
  type: 'ObservationSet',
  version: 1,
  data: {
    visitId,
    personId,
    startsAt: '2026-11-02T09:00:00.000Z' as Instant,
    minutes: 15,
    because: 'product',
  },
};
const missed: StationEvent = {
  type: 'NoShowRecorded',
  version: 1,
  data: { appointmentId, personId, day: today, by: 'day-end' },
};

function given(...events: StationEvent[]) {
  const history = historyOf(...events);
  return {
    history,
    appointments: fold(noAppointments, evolveAppointments, history),
    vaccination: fold(noDoses, evolveVaccination, history),
  };
}

function statusAfter(...events: StationEvent[]) {
  const { appointments, visits } = given(...events).appointments;
  return [appointments[0]?.status, visits[0]?.ended ?? visits[0]?.stage];
}

describe('given somebody who is here', () => {
  const known = given(booked, arrived);

  test('when they leave without a dose, then that is recorded with the reason, of their date', () => {
    const wish = { visitId, personId, today, reason: 'unwell' } as const;
    expect(decideEndVisit(known, wish)).toEqual({ ok: true, value: [ended] });
    expect(statusAfter(booked, arrived, ended)).toEqual(['not-vaccinated', 'unwell']);
  });

  test('when a dose was given today, then the visit is no visit without one', () => {
    const wish = { visitId, personId, today, reason: 'left' } as const;
    expect(decideEndVisit(given(booked, arrived, dose, observed), wish)).toEqual({
      ok: false,
      refusal: 'dose-already-today',
    });
  });

  test('when it is another day or the visit has ended, then there is no such visit', () => {
    const wish = { visitId, personId, reason: 'left' } as const;
    const unknown = { ok: false, refusal: 'visit-unknown' };
    expect(decideEndVisit(known, { ...wish, today: day('2026-11-03') })).toEqual(unknown);
    expect(decideEndVisit(given(booked, arrived, ended), { ...wish, today })).toEqual(unknown);
  });

  test('when nothing ended, then nothing is resumed', () => {
    expect(decideResumeVisit(known, known.history, { visitId, personId, today })).toEqual({
      ok: false,
      refusal: 'visit-not-ended',
    });
  });
});

describe('given a visit that ended without a dose', () => {
  test('when it is undone, then it goes on where they were', () => {
    const known = given(booked, arrived, sentOn, ended);
    expect(decideResumeVisit(known, known.history, { visitId, personId, today })).toEqual({
      ok: true,
      value: [resumed],
    });
    expect(statusAfter(booked, arrived, sentOn, ended, resumed)).toEqual(['checked-in', 'vaccination']);
  });

  test('when they came again and that was somebody else, then their date is over as before', () => {
    const again: StationEvent = { ...arrived, data: { ...arrived.data, visitId: idOf<VisitId>('visit-2') } };
    const known = given(booked, arrived, ended, again);
    const undo = { visitId: idOf<VisitId>('visit-2'), personId, today };
    const undone = decideUndoCheckIn(known, known.history, undo);
    expect(undone).toMatchObject({ ok: true, value: [{ data: { date: 'not-vaccinated' } }] });
    if (undone.ok)
      expect(statusAfter(booked, arrived, ended, again, ...undone.value)).toEqual([
        'not-vaccinated',
        'unwell',
      ]);
  });

  test('when a dose of theirs is voided after they were released, then they can leave without one', () => {
    const voided: StationEvent = {
      type: 'DoseVoided',
      version: 1,
      data: { doseId: doseGiven(1, today).data.doseId, personId, appointmentId, reason: 'wrong-person' },
    };
    const released: StationEvent = { type: 'ObservationEnded', version: 1, data: { visitId, personId } };
    const before = [booked, arrived, dose, observed, released, voided];
    expect(statusAfter(...before)).toEqual(['checked-in', 'check-out']);
    expect(statusAfter(...before, ended)).toEqual(['not-vaccinated', 'unwell']);
  });

  test('when it is undone after a new date was booked for the dose, then that date is cancelled', () => {
    const inPlace = appointmentBooked(1, '2026-11-09');
    const nextDose = appointmentBooked(2, '2026-12-01');
    const newDate = {
      ...inPlace,
      data: { ...inPlace.data, appointmentId: idOf<AppointmentId>('appointment-9') },
    };
    const known = given(booked, arrived, ended, newDate as StationEvent, nextDose);
    const decided = decideResumeVisit(known, known.history, { visitId, personId, today });
    expect(decided).toMatchObject({
      ok: true,
      value: [
        { type: 'VisitResumed', data: { stage: 'reception' } },
        { type: 'AppointmentCancelled', data: { appointmentId: 'appointment-9', reason: 'wrong-entry' } },
      ],
    });
  });

  test('when they are here again already, then the earlier visit stays ended', () => {
    const again: StationEvent = { ...arrived, data: { ...arrived.data, visitId: idOf<VisitId>('visit-2') } };
    const known = given(booked, arrived, ended, again);
    expect(decideResumeVisit(known, known.history, { visitId, personId, today })).toEqual({
      ok: false,
      refusal: 'already-checked-in',
    });
  });
});

describe('given two stations that did not know of each other', () => {
  test.each<[string, StationEvent[]]>([
    ['the dose first', [dose, observed, ended]],
    ['the end first', [ended, dose, observed]],
    ['the end between the dose and its observation', [dose, ended, observed]],
  ])('the dose wins: %s', (_, events) => {
    const { appointments, visits } = given(booked, arrived, ...events).appointments;
    expect(appointments[0]?.status).toBe('attended');
    expect(visits[0]?.observation).toBeDefined();
  });

  test('nobody who was here is a no-show for the other', () => {
    expect(statusAfter(booked, arrived, ended, missed)[0]).toBe('not-vaccinated');
    expect(statusAfter(booked, missed, arrived, ended)[0]).toBe('not-vaccinated');
    expect(statusAfter(booked, arrived, missed)[0]).toBe('checked-in');
  });

  test('who was given a dose stays under observation, whatever step another station notes', () => {
    for (const stage of ['reception', 'vaccination', 'check-out'] as const) {
      const step: StationEvent = { ...sentOn, data: { ...sentOn.data, stage } };
      expect(statusAfter(booked, arrived, dose, observed, step)).toEqual(['attended', 'observation']);
    }
  });

  test('that nobody had told one of them why takes nothing away from what another was told, in either order', () => {
    const notTold: StationEvent = { ...ended, data: { ...ended.data, reason: 'not-told' } };
    expect(statusAfter(booked, arrived, ended, notTold)).toEqual(['not-vaccinated', 'unwell']);
    expect(statusAfter(booked, arrived, notTold, ended)).toEqual(['not-vaccinated', 'unwell']);
  });

  test('a date that was moved meanwhile was missed by nobody', () => {
    const date = appointmentBooked(1, today).data;
    const from = { startsAt: date.startsAt, day: today, durationMinutes: 5 };
    const to = { ...from, day: day('2026-11-09') };
    const moved: StationEvent = {
      type: 'AppointmentMoved',
      version: 1,
      data: { appointmentId, personId, from, to, reason: 'asked' },
    };
    expect(statusAfter(booked, moved, missed)[0]).toBe('booked');
    expect(statusAfter(booked, missed, moved)[0]).toBe('booked');
  });

  test('a step on the way takes nobody back into the house who has left', () => {
    expect(statusAfter(booked, arrived, ended, sentOn)).toEqual(['not-vaccinated', 'unwell']);
  });
});

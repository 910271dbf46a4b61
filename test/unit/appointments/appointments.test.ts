import { describe, expect, test } from 'vitest';
import {
  type BookAppointment,
  type CheckIn,
  decideBook,
  decideCheckIn,
  evolveAppointments,
  noAppointments,
} from '../../../domain/appointments/appointments.ts';
import { decideMove, decideNoShow } from '../../../domain/appointments/change-appointment.ts';
import { fold } from '../../../domain/kernel/event.ts';
import { type AppointmentId, idOf, type VisitId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { scheduleOf } from '../../../domain/schedules/plain-schedules.ts';
import { type Schedule, windowOfDose } from '../../../domain/schedules/schedule.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { appointmentBooked, comirnaty, day, personId } from '../../support/events.ts';
import { historyOf } from '../../support/history.ts';

const schedule = scheduleOf(comirnaty) as Schedule;

function given(...events: StationEvent[]) {
  return fold(noAppointments, evolveAppointments, historyOf(...events));
}

function booking(plannedDose: number, on: string): BookAppointment {
  return { ...appointmentBooked(plannedDose, on).data };
}

function arrival(on: string, more: Partial<CheckIn> = {}): CheckIn {
  return { visitId: idOf<VisitId>('visit-1'), personId, today: day(on), via: 'pass', overrides: [], ...more };
}

describe('given a first date on 2 November', () => {
  const state = given(appointmentBooked(1, '2026-11-02'));
  const window = windowOfDose(schedule, 2, day('2026-11-02'));

  test.each([
    ['2026-11-22', 'interval-too-short'],
    ['2026-11-23', undefined],
    ['2026-11-30', undefined],
    ['2027-06-01', undefined],
  ])('when the second is booked for %s, then the schedule says: %s', (on, refusal) => {
    const decided = decideBook(state, booking(2, on), window);
    expect(decided.ok ? undefined : decided.refusal).toBe(refusal);
  });

  test('when the first is booked once more, then it is refused', () => {
    expect(decideBook(state, booking(1, '2026-11-05'), undefined)).toEqual({
      ok: false,
      refusal: 'dose-already-booked',
    });
  });

  test('when the person comes on that day, then they are checked in', () => {
    const appointmentId = idOf<AppointmentId>('appointment-1');
    expect(decideCheckIn(state, arrival('2026-11-02', { appointmentId }), []).ok).toBe(true);
  });

  test('when the person comes on another day, then the desk must go on knowingly', () => {
    const appointmentId = idOf<AppointmentId>('appointment-1');
    const command = arrival('2026-11-03', { appointmentId });
    expect(decideCheckIn(state, command, [])).toEqual({ ok: false, refusal: 'wrong-day' });
    expect(decideCheckIn(state, { ...command, overrides: ['wrong-day'] }, []).ok).toBe(true);
  });

  test('when the schedule warns as well, then each warning must be overridden', () => {
    const appointmentId = idOf<AppointmentId>('appointment-1');
    const command = arrival('2026-11-03', { appointmentId, overrides: ['wrong-day'] });
    expect(decideCheckIn(state, command, ['too-early'])).toEqual({ ok: false, refusal: 'too-early' });
  });

  test('when the appointment is not theirs, then it is refused', () => {
    const appointmentId = idOf<AppointmentId>('somebody-else');
    expect(decideCheckIn(state, arrival('2026-11-02', { appointmentId }), [])).toEqual({
      ok: false,
      refusal: 'appointment-unknown',
    });
  });
});

describe('given a date at another centre', () => {
  const centre = 'Impfzentrum Nord';
  const booked = decideBook(noAppointments, { ...booking(1, '2026-11-02'), centre }, undefined);
  const events = booked.ok ? booked.value : [];
  const state = given(...events);
  const appointmentId = state.appointments[0]?.appointmentId as AppointmentId;

  test('when it is booked, then it stands for its dose and takes no place here', () => {
    expect(events).toMatchObject([{ type: 'AppointmentBooked', version: 6, data: { centre } }]);
    expect(state.appointments).toMatchObject([{ status: 'elsewhere', centre }]);
    expect(decideBook(state, booking(1, '2026-11-05'), undefined)).toMatchObject({
      refusal: 'dose-already-booked',
    });
  });

  test('when the person comes here, then the desk must go on knowingly', () => {
    const command = arrival('2026-11-02', { appointmentId });
    expect(decideCheckIn(state, command, [])).toEqual({ ok: false, refusal: 'wrong-centre' });
    expect(decideCheckIn(state, { ...command, overrides: ['wrong-centre'] }, []).ok).toBe(true);
  });

  test('when it is taken over, then it is a date here, and the log says where it came from', () => {
    const to = {
      startsAt: '2026-11-02T08:00:00.000Z' as Instant,
      day: day('2026-11-02'),
      durationMinutes: 5,
    };
    const move = { appointmentId, personId, to, reason: 'wrong-centre' } as const;
    const moved = decideMove(state, move, undefined);
    expect(moved).toMatchObject({ value: [{ version: 2, data: { from: { centre }, to } }] });
    const [date] = given(...events, ...(moved.ok ? moved.value : [])).appointments;
    expect(date).toMatchObject({ status: 'booked', ...to });
    expect(date).not.toHaveProperty('centre');
    expect(decideMove(given(...events, ...(moved.ok ? moved.value : [])), move, undefined).ok).toBe(false);
  });

  test('when it is missed there, then that is nothing this centre can say', () => {
    const noShow = { appointmentId, personId, day: day('2026-11-02'), by: 'desk' } as const;
    expect(decideNoShow(state, noShow, true)).toMatchObject({ refusal: 'appointment-over' });
  });
});

test('given somebody who is checked in, when they are checked in again that day, then it is refused', () => {
  const checkedIn: StationEvent = {
    type: 'CheckedIn',
    version: 2,
    data: { visitId: idOf<VisitId>('visit-1'), personId, day: day('2026-11-02'), via: 'pass', overrides: [] },
  };
  const state = given(checkedIn);
  const walkIn = { overrides: ['no-appointment'] } as const;
  expect(decideCheckIn(state, arrival('2026-11-02', walkIn), [])).toEqual({
    ok: false,
    refusal: 'already-checked-in',
  });
  expect(decideCheckIn(state, arrival('2026-11-03', walkIn), []).ok).toBe(true);
});

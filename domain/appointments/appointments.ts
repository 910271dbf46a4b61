import type { AppointmentId, PersonId, VisitId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { type DoseWindow, dateIsInWindow } from '../schedules/schedule.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { AppointmentBooked, CheckedIn, CheckInWarning } from './events.ts';

export interface PlannedAppointment {
  readonly appointmentId: AppointmentId;
  readonly plannedDose: number;
  readonly startsAt: Instant;
  readonly day: PlainDate;
}

export interface OpenVisit {
  readonly visitId: VisitId;
  readonly day: PlainDate;
  readonly appointmentId?: AppointmentId;
}

/** One person's dates and visits. */
export interface AppointmentsState {
  readonly appointments: readonly PlannedAppointment[];
  readonly visits: readonly OpenVisit[];
}

export const noAppointments: AppointmentsState = { appointments: [], visits: [] };

/** Everything a booking says is a fact once it is accepted. */
export type BookAppointment = AppointmentBooked['data'];

export type BookRefusal = 'dose-already-booked' | 'interval-too-short' | 'interval-too-long';

/** `window` is when the schedule wants this dose, given the doses and dates before it. */
export function decideBook(
  state: AppointmentsState,
  command: BookAppointment,
  window: DoseWindow | undefined,
): Result<AppointmentBooked[], BookRefusal> {
  if (state.appointments.some((known) => known.plannedDose === command.plannedDose))
    return refuse('dose-already-booked');
  if (window) {
    const fit = dateIsInWindow(command.day, window);
    if (fit !== 'inside') return refuse(fit === 'before' ? 'interval-too-short' : 'interval-too-long');
  }
  return accept([{ type: 'AppointmentBooked', version: 1, data: { ...command } }]);
}

export interface CheckIn {
  readonly visitId: VisitId;
  readonly personId: PersonId;
  readonly appointmentId?: AppointmentId;
  readonly today: PlainDate;
  readonly via: CheckedIn['data']['via'];
  readonly overrides: readonly CheckInWarning[];
}

export type CheckInRefusal = CheckInWarning | 'already-checked-in' | 'appointment-unknown';

/** `warnings` are what the schedule has against today; each must be overridden by the desk, knowingly. */
export function decideCheckIn(
  state: AppointmentsState,
  command: CheckIn,
  warnings: readonly CheckInWarning[],
): Result<CheckedIn[], CheckInRefusal> {
  if (state.visits.some((visit) => visit.day === command.today)) return refuse('already-checked-in');
  const planned = state.appointments.find(({ appointmentId }) => appointmentId === command.appointmentId);
  if (command.appointmentId !== undefined && !planned) return refuse('appointment-unknown');
  const dateWarning = dateWarningOf(planned, command.today);
  const open = [...warnings, ...(dateWarning ? [dateWarning] : [])].find(
    (warning) => !command.overrides.includes(warning),
  );
  if (open) return refuse(open);
  const { visitId, personId, appointmentId, today, via, overrides } = command;
  return accept([
    {
      type: 'CheckedIn',
      version: 1,
      data: { visitId, personId, ...(appointmentId ? { appointmentId } : {}), day: today, via, overrides },
    },
  ]);
}

export function evolveAppointments(state: AppointmentsState, { event }: RecordedEvent): AppointmentsState {
  switch (event.type) {
    case 'AppointmentBooked':
      return { ...state, appointments: [...state.appointments, event.data] };
    case 'CheckedIn':
      return { ...state, visits: [...state.visits, event.data] };
    default:
      return state;
  }
}

function dateWarningOf(
  planned: PlannedAppointment | undefined,
  today: PlainDate,
): CheckInWarning | undefined {
  if (!planned) return 'no-appointment';
  return planned.day === today ? undefined : 'wrong-day';
}

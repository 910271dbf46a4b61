import type { AppointmentId, LaneId, PersonId, ProductId, VisitId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { type Course, courseOn, isOfCourse } from '../products/course.ts';
import { type DoseWindow, dateIsInWindow } from '../schedules/schedule.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { Observation } from '../vaccination/observation-events.ts';
import type { AppointmentBooked, BookedFacts, CheckedIn, CheckInWarning, VisitStage } from './events.ts';

/** `elsewhere`: booked at another centre, expected there and not here. */
export type AppointmentStatus = 'booked' | 'checked-in' | 'attended' | 'cancelled' | 'no-show' | 'elsewhere';

export interface PlannedAppointment {
  readonly appointmentId: AppointmentId;
  readonly productId: ProductId;
  readonly plannedDose: number;
  readonly startsAt: Instant;
  readonly day: PlainDate;
  readonly durationMinutes: number;
  readonly lane?: LaneId;
  /** Which other centre it is at; absent for a date here. */
  readonly centre?: string;
  readonly status: AppointmentStatus;
}

export interface OpenVisit {
  readonly visitId: VisitId;
  readonly day: PlainDate;
  readonly appointmentId?: AppointmentId;
  readonly stage: VisitStage;
  /** Since the last dose of this visit; absent before it. */
  readonly observation?: Observation;
}

/** One person's dates and visits. */
export interface AppointmentsState {
  readonly appointments: readonly PlannedAppointment[];
  readonly visits: readonly OpenVisit[];
}

export const noAppointments: AppointmentsState = { appointments: [], visits: [] };

/**
 * Everything a booking says is a fact once it is accepted; without a lane it lies outside of the slots. With a centre
 * it is a date there, and takes no place here.
 */
export type BookAppointment = Omit<BookedFacts, 'personal'> & {
  readonly externalId?: string;
  readonly lane?: LaneId;
  readonly centre?: string;
};

export type BookRefusal = 'dose-already-booked' | 'interval-too-short' | 'interval-too-long';

/** `window` is when the schedule wants this dose, given the doses and dates before it. */
export function decideBook(
  state: AppointmentsState,
  command: BookAppointment,
  window: DoseWindow | undefined,
): Result<AppointmentBooked[], BookRefusal> {
  const { lane, centre, externalId, ...told } = command;
  const facts = { ...told, ...(externalId === undefined ? {} : { personal: { externalId } }) };
  if (dateOfDose(state, courseOn(facts.productId, facts.day), facts.plannedDose))
    return refuse('dose-already-booked');
  const fit = window && whyOutside(facts.day, window);
  if (fit) return refuse(fit);
  if (centre !== undefined)
    return accept([{ type: 'AppointmentBooked', version: 6, data: { ...facts, centre } }]);
  return accept([
    lane === undefined
      ? { type: 'AppointmentBooked', version: 4, data: facts }
      : { type: 'AppointmentBooked', version: 5, data: { ...facts, lane } },
  ]);
}

/** What the schedule has against a day, if anything. */
export function whyOutside(
  day: PlainDate,
  window: DoseWindow,
): 'interval-too-short' | 'interval-too-long' | undefined {
  const fit = dateIsInWindow(day, window);
  if (fit === 'inside') return undefined;
  return fit === 'before' ? 'interval-too-short' : 'interval-too-long';
}

/** The date that stands for a dose of this course, kept or still to come; missed and cancelled ones do not count. */
export function dateOfDose(
  state: AppointmentsState,
  course: Course,
  plannedDose: number,
): PlannedAppointment | undefined {
  return state.appointments.find(
    (date) =>
      date.plannedDose === plannedDose &&
      date.status !== 'cancelled' &&
      date.status !== 'no-show' &&
      isOfCourse(course, date.productId, date.day),
  );
}

/** Without the dates before that day that nobody came to, or of which nothing was told: they are not to come. */
export function datesFrom(state: AppointmentsState, today: PlainDate): AppointmentsState {
  const appointments = state.appointments.filter(
    ({ status, day }) => day >= today || !toCome.includes(status),
  );
  return { ...state, appointments };
}

/**
 * The dates that one on `day` stands beside: those of the past of which nothing was told are none, unless it is written
 * down for the past itself, as lists do.
 */
export function datesBeside(state: AppointmentsState, day: PlainDate, today: PlainDate): AppointmentsState {
  return day < today ? state : datesFrom(state, today);
}

/** The dates of a course that are still to be kept, here or elsewhere, earliest first. */
export function datesToCome({ appointments }: AppointmentsState, course: Course): PlannedAppointment[] {
  return appointments
    .filter(({ status, productId, day }) => toCome.includes(status) && isOfCourse(course, productId, day))
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
}

const toCome: readonly AppointmentStatus[] = ['booked', 'checked-in', 'elsewhere'];

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
  const planned = state.appointments.find(
    ({ appointmentId, status }) => appointmentId === command.appointmentId && status !== 'cancelled',
  );
  if (command.appointmentId !== undefined && !planned) return refuse('appointment-unknown');
  const dateWarning = dateWarningOf(planned, command.today);
  const open = [...warnings, ...(dateWarning ? [dateWarning] : [])].find(
    (warning) => !command.overrides.includes(warning),
  );
  if (open) return refuse(open);
  const { visitId, personId, appointmentId, today, via, overrides } = command;
  const facts = { visitId, personId, ...(appointmentId ? { appointmentId } : {}), day: today, via };
  return accept([{ type: 'CheckedIn', version: 2, data: { ...facts, overrides } }]);
}

export function evolveAppointments(state: AppointmentsState, { event }: RecordedEvent): AppointmentsState {
  switch (event.type) {
    case 'AppointmentBooked': {
      const { personal: _, ...date } = event.data;
      const status = event.version === 6 ? 'elsewhere' : 'booked';
      return { ...state, appointments: [...state.appointments, { ...date, status }] };
    }
    case 'AppointmentMoved': {
      const { appointmentId, to } = event.data;
      return withDate(state, appointmentId, ({ lane: _, centre: __, ...date }) => ({
        ...date,
        ...to,
        status: 'centre' in to && to.centre !== undefined ? 'elsewhere' : 'booked',
      }));
    }
    case 'AppointmentCancelled':
      return unlessAttended(state, event.data.appointmentId, 'cancelled');
    case 'NoShowRecorded':
      return unlessAttended(state, event.data.appointmentId, 'no-show');
    case 'CheckedIn': {
      const visited = withStatus(state, event.data.appointmentId, 'checked-in');
      return { ...visited, visits: [...state.visits, { ...event.data, stage: 'reception' }] };
    }
    case 'CheckInUndone': {
      const { visitId, appointmentId, date = 'booked' } = event.data;
      const visits = state.visits.filter((visit) => visit.visitId !== visitId);
      return { ...withStatus(state, appointmentId, date), visits };
    }
    case 'AppointmentReplanned': {
      const { appointmentId, plannedDose } = event.data;
      return withDate(state, appointmentId, (date) => ({ ...date, plannedDose }));
    }
    case 'VisitStageReached':
      return withStage(state, event.data.visitId, event.data.stage);
    case 'DoseAdministered':
      return withStage(
        withStatus(state, event.data.appointmentId, 'attended'),
        event.data.visitId,
        'observation',
      );
    case 'ObservationSet': {
      const { visitId, startsAt, minutes } = event.data;
      return withVisit(state, visitId, (visit) => ({ ...visit, observation: { startsAt, minutes } }));
    }
    case 'ObservationEnded':
      return withStage(state, event.data.visitId, 'check-out');
    case 'DoseVoided':
      return backToVaccination(state, event.data.appointmentId);
    case 'RegistrationWithdrawn':
      return noAppointments;
    default:
      return state;
  }
}

function withStatus(
  state: AppointmentsState,
  appointmentId: AppointmentId | undefined,
  status: AppointmentStatus,
): AppointmentsState {
  return withDate(state, appointmentId, (date) => ({ ...date, status }));
}

/** A dose is a fact: whoever did not know of it yet says nothing against it. */
function unlessAttended(
  state: AppointmentsState,
  appointmentId: AppointmentId,
  status: AppointmentStatus,
): AppointmentsState {
  return withDate(state, appointmentId, (date) => (date.status === 'attended' ? date : { ...date, status }));
}

function withDate(
  state: AppointmentsState,
  appointmentId: AppointmentId | undefined,
  change: (date: PlannedAppointment) => PlannedAppointment,
): AppointmentsState {
  const appointments = state.appointments.map((date) =>
    date.appointmentId === appointmentId ? change(date) : date,
  );
  return { ...state, appointments };
}

function withStage(
  state: AppointmentsState,
  visitId: VisitId | undefined,
  stage: VisitStage,
): AppointmentsState {
  return withVisit(state, visitId, (visit) => ({ ...visit, stage }));
}

function withVisit(
  state: AppointmentsState,
  visitId: VisitId | undefined,
  change: (visit: OpenVisit) => OpenVisit,
): AppointmentsState {
  const visits = state.visits.map((visit) => (visit.visitId === visitId ? change(visit) : visit));
  return { ...state, visits };
}

/** The visit of a voided dose goes on where it was, unless the person has left. */
function backToVaccination(
  state: AppointmentsState,
  appointmentId: AppointmentId | undefined,
): AppointmentsState {
  if (appointmentId === undefined) return state;
  const visits = state.visits.map((visit) =>
    visit.appointmentId === appointmentId && visit.stage === 'observation' ? unobserved(visit) : visit,
  );
  return { ...withStatus(state, appointmentId, 'checked-in'), visits };
}

function unobserved({ observation: _, ...visit }: OpenVisit): OpenVisit {
  return { ...visit, stage: 'vaccination' };
}

function dateWarningOf(
  planned: PlannedAppointment | undefined,
  today: PlainDate,
): CheckInWarning | undefined {
  if (!planned) return 'no-appointment';
  if (planned.status === 'elsewhere') return 'wrong-centre';
  return planned.day === today ? undefined : 'wrong-day';
}

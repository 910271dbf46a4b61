import type { AppointmentId, LaneId, PersonId, ProductId, VisitId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { type Course, courseOn, isOfCourse } from '../products/course.ts';
import { type DoseWindow, dateIsInWindow } from '../schedules/schedule.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { AppointmentBooked, BookedFacts, CheckedIn, CheckInWarning } from './events.ts';
import { evolveVisits, openVisitOn, type Visit } from './visits.ts';

/**
 * `elsewhere`: booked at another centre, expected there and not here. `not-vaccinated`: they came, and left without the
 * dose of this date.
 */
export type AppointmentStatus =
  | 'booked'
  | 'checked-in'
  | 'attended'
  | 'not-vaccinated'
  | 'cancelled'
  | 'no-show'
  | 'elsewhere';

/** Of a date that no dose will be given on any more: another one can be booked for it. */
export function isOverWithoutDose(status: AppointmentStatus): boolean {
  return status === 'cancelled' || status === 'no-show' || status === 'not-vaccinated';
}

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

/** One person's dates and visits. */
export interface AppointmentsState {
  readonly appointments: readonly PlannedAppointment[];
  readonly visits: readonly Visit[];
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
      !isOverWithoutDose(date.status) &&
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
  if (openVisitOn(state.visits, command.today)) return refuse('already-checked-in');
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

export function evolveAppointments(state: AppointmentsState, recorded: RecordedEvent): AppointmentsState {
  if (recorded.event.type === 'RegistrationWithdrawn') return noAppointments;
  const visits = evolveVisits(state.visits, recorded);
  return evolveDates(visits === state.visits ? state : { ...state, visits }, recorded);
}

function evolveDates(state: AppointmentsState, { event }: RecordedEvent): AppointmentsState {
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
      // Whoever did not know that the date was moved says nothing of the day that it is on now.
      return withDate(state, event.data.appointmentId, (date) =>
        date.status === 'booked' && date.day === event.data.day ? { ...date, status: 'no-show' } : date,
      );
    case 'CheckedIn':
      return withStatus(state, event.data.appointmentId, 'checked-in');
    case 'CheckInUndone':
      return withStatus(state, event.data.appointmentId, event.data.date ?? 'booked');
    case 'VisitEndedWithoutDose':
      return fromStatus(state, event.data.appointmentId, 'checked-in', 'not-vaccinated');
    case 'VisitResumed':
      return fromStatus(state, event.data.appointmentId, 'not-vaccinated', 'checked-in');
    case 'AppointmentReplanned': {
      const { appointmentId, plannedDose } = event.data;
      return withDate(state, appointmentId, (date) => ({ ...date, plannedDose }));
    }
    case 'DoseAdministered':
      return withStatus(state, event.data.appointmentId, 'attended');
    case 'DoseVoided':
      return withStatus(state, event.data.appointmentId, 'checked-in');
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

/** Only of a date that stands so: whoever did not know what it has become says nothing against it. */
function fromStatus(
  state: AppointmentsState,
  appointmentId: AppointmentId | undefined,
  before: AppointmentStatus,
  status: AppointmentStatus,
): AppointmentsState {
  return withDate(state, appointmentId, (date) => (date.status === before ? { ...date, status } : date));
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

function dateWarningOf(
  planned: PlannedAppointment | undefined,
  today: PlainDate,
): CheckInWarning | undefined {
  if (!planned) return 'no-appointment';
  if (planned.status === 'elsewhere') return 'wrong-centre';
  return planned.day === today ? undefined : 'wrong-day';
}

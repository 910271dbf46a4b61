import type { PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { addDays, daysBetween, daysFrom, type PlainDate } from '../kernel/plain-date.ts';
import { type KnownPerson, personOfCourse, withEvents } from '../known-person.ts';
import { courseOn } from '../products/course.ts';
import { type ConfirmedBook, confirmedBookOf } from '../schedules/confirmed-book.ts';
import { misfitsByBook } from '../schedules/due-by-book.ts';
import type { ScheduleBook } from '../schedules/evaluation/schedule-book.ts';
import { scheduleCodeOf } from '../schedules/german/catalogue-codes.ts';
import { type DateMisfit, inSequence } from '../schedules/planned-dates.ts';
import type { DoseWindow } from '../schedules/schedule.ts';
import { type AppointmentsState, datesFrom, type PlannedAppointment } from './appointments.ts';
import { decideMove } from './change-appointment.ts';
import { windowOfDate } from './decide-dates.ts';
import type { AppointmentMoved } from './events.ts';
import { placeOnDays } from './nearest-place.ts';
import { searchDays } from './proposal.ts';
import { dateAt, type Slot } from './slots.ts';

/** Why a date that does not fit is not moved by itself: somebody calls. */
export type CallReason =
  | 'unchecked'
  | 'restricted'
  | 'too-soon-to-tell'
  | 'other-date'
  | 'not-due'
  | 'no-contact'
  | 'no-place';

/** What becomes of one date to come under a schedule. */
export type DatePlan =
  | { readonly kind: 'fits' }
  | { readonly kind: 'move'; readonly misfit: DateMisfit; readonly event: AppointmentMoved }
  | { readonly kind: 'call'; readonly misfit?: DateMisfit; readonly why: CallReason };

export interface PlannedDate {
  readonly date: PlannedAppointment;
  readonly plan: DatePlan;
}

export interface ReplanGround {
  readonly personId: PersonId;
  readonly book: ScheduleBook;
  readonly today: PlainDate;
  /** A message reaches them by mail, or somebody by phone. */
  readonly isReachable: boolean;
  /** The last day on which a lane is open; undefined where none is. */
  readonly lastOpenDay: PlainDate | undefined;
  /** The free place of the vaccine on that day nearest to that time of day, at none of the moments that are taken. */
  readonly freeOn: (
    day: PlainDate,
    like: PlannedAppointment,
    taken: ReadonlySet<Instant>,
  ) => Slot | undefined;
}

/** Whoever is to come today or tomorrow may not read a message in time, and nobody is moved to so soon a day. */
const DAYS_TO_TELL = 2;

/**
 * Where the dates of somebody that do not fit a schedule are moved to, or why somebody has to call: each as if the moves
 * before it were made. `known` holds the doses of everybody who is one with them, and the schedule as confirmed.
 */
export function replanDates(known: KnownPerson, ground: ReplanGround): PlannedDate[] {
  const codes = new Set(ground.book.products.map(({ code }) => code));
  const planned: PlannedDate[] = [];
  let sofar = { ...known, appointments: datesFrom(known.appointments, ground.today) };
  for (const date of toCome(sofar.appointments)) {
    if (!codes.has(scheduleCodeOf(date.productId) ?? '')) continue;
    const plan = planOf(sofar, date, ground);
    planned.push({ date, plan });
    if (plan.kind === 'move') sofar = withEvents(sofar, [plan.event]);
  }
  return staysInOrder(sofar, planned, ground) ? planned : planned.map(toCallInstead);
}

function planOf(known: KnownPerson, date: PlannedAppointment, ground: ReplanGround): DatePlan {
  if (date.status !== 'booked') return { kind: 'fits' };
  const isRestricted = known.person.status !== 'registered';
  const confirmed = bookOfDate(known, date);
  if (!confirmed) return { kind: 'call', why: isRestricted ? 'restricted' : 'unchecked' };
  const { misfit, isAfterMisfit } = misfitOfDate(known, date, confirmed, ground.today);
  if (!misfit) return { kind: 'fits' };
  const call = (why: CallReason): DatePlan => ({ kind: 'call', misfit, why });
  if (isRestricted) return call('restricted');
  if (date.day < addDays(ground.today, DAYS_TO_TELL)) return call('too-soon-to-tell');
  if (isAfterMisfit) return call('other-date');
  if (misfit.kind === 'not-due') return call('not-due');
  if (!ground.isReachable) return call('no-contact');
  const event = moveOf(known, date, { misfit, confirmed, ground });
  return event ? { kind: 'move', misfit, event } : call('no-place');
}

/** Moving a date past another one that stays would make that one the dose before it. */
function staysInOrder(after: KnownPerson, planned: readonly PlannedDate[], { today }: ReplanGround): boolean {
  const moved = new Set(
    planned.flatMap(({ date, plan }) => (plan.kind === 'move' ? [date.appointmentId] : [])),
  );
  const byDay = toCome(after.appointments).toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  return byDay.every((date) => {
    const confirmed = moved.has(date.appointmentId) ? bookOfDate(after, date) : undefined;
    if (!confirmed) return true;
    const upToIt = byDay.slice(0, byDay.indexOf(date) + 1);
    const misfit = misfitsByBook(confirmed, after.vaccination.doses, upToIt, today).at(-1)?.misfit;
    return !misfit || misfit.kind === 'late';
  });
}

function toCallInstead({ date, plan }: PlannedDate): PlannedDate {
  if (plan.kind !== 'move') return { date, plan };
  return { date, plan: { kind: 'call', misfit: plan.misfit, why: 'other-date' } };
}

/** Dates to come of one person, here and elsewhere, as one dose comes after the other. */
function toCome({ appointments }: AppointmentsState): PlannedAppointment[] {
  return inSequence(
    appointments.filter(
      ({ status }) => status === 'booked' || status === 'checked-in' || status === 'elsewhere',
    ),
  );
}

function bookOfDate(known: KnownPerson, { productId, day }: PlannedAppointment): ConfirmedBook | undefined {
  return confirmedBookOf(courseOn(productId, day), personOfCourse(known));
}

function misfitOfDate(
  { appointments, vaccination }: KnownPerson,
  { appointmentId }: PlannedAppointment,
  confirmed: ConfirmedBook,
  today: PlainDate,
): { readonly misfit: DateMisfit | undefined; readonly isAfterMisfit: boolean } {
  const dates = toCome(appointments);
  const upToIt = dates.slice(0, dates.findIndex((each) => each.appointmentId === appointmentId) + 1);
  const judged = misfitsByBook(confirmed, vaccination.doses, upToIt, today);
  return {
    misfit: judged.at(-1)?.misfit,
    // A late one counts all the same: what comes after it can be reckoned.
    isAfterMisfit: judged.slice(0, -1).some((each) => each.misfit && each.misfit.kind !== 'late'),
  };
}

interface Misfitting {
  readonly misfit: DateMisfit;
  readonly confirmed: ConfirmedBook;
  readonly ground: ReplanGround;
}

function moveOf(
  known: KnownPerson,
  date: PlannedAppointment,
  { misfit, confirmed, ground }: Misfitting,
): AppointmentMoved | undefined {
  const window = windowOfDate(known, date, ground.today);
  if (!window) return undefined;
  const { personId, today } = ground;
  const { appointmentId } = date;
  const taken = new Set(toCome(known.appointments).map(({ startsAt }) => startsAt));
  for (const days of searchedDays(window, date.day, misfit, ground)) {
    const to = placeOnDays(days, (day) => ground.freeOn(day, date, taken));
    if (!to) continue;
    const command = { appointmentId, personId, to: dateAt(to), reason: 'interval' } as const;
    const moved = decideMove(known.appointments, command, window);
    const [event] = moved.ok ? moved.value : [];
    if (!event) continue;
    const left = misfitOfDate(withEvents(known, [event]), date, confirmed, today).misfit;
    // Never from one day that does not fit to another: only what is late counts all the same.
    if (!left || (left.kind === 'late' && misfit.kind === 'too-early')) return event;
  }
  return undefined;
}

/**
 * The days that are looked at: those in which the dose is recommended, the nearest to the date first, then the others
 * on which it may be given. A date that is merely late is moved to a recommended day, or stays.
 */
function searchedDays(
  window: DoseWindow,
  day: PlainDate,
  misfit: DateMisfit,
  { today, lastOpenDay }: ReplanGround,
): PlainDate[][] {
  if (lastOpenDay === undefined) return [];
  const first = addDays(today, DAYS_TO_TELL);
  const { from, to } = searchDays(window);
  const between = (one: PlainDate, other: PlainDate) =>
    daysFrom(one > first ? one : first, other < lastOpenDay ? other : lastOpenDay).toSorted(
      (a, b) => Math.abs(daysBetween(day, a)) - Math.abs(daysBetween(day, b)),
    );
  const until = window.recommendedTo < to ? window.recommendedTo : to;
  const recommended = between(from, until);
  if (misfit.kind === 'late') return [recommended];
  return [recommended, between(window.earliest, addDays(from, -1)), between(addDays(until, 1), to)];
}

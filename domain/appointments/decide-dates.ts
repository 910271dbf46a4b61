import type { AppointmentId, LaneId, PersonId, ProductId } from '../kernel/ids.ts';
import { type Instant, plainDateAt, type TimeZone } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { type KnownPerson, personOfCourse, withEvents } from '../known-person.ts';
import { type Course, courseOn } from '../products/course.ts';
import type { DoseWindow } from '../schedules/schedule.ts';
import { scheduleOfCourse } from '../schedules/schedule-of-course.ts';
import { doseWindow } from '../vaccination/dose-window.ts';
import { validDosesOf } from '../vaccination/vaccination.ts';
import {
  type AppointmentsState,
  type BookRefusal,
  dateOfDose,
  datesBeside,
  datesToCome,
  decideBook,
} from './appointments.ts';
import type { AppointmentBooked, BookedFacts } from './events.ts';
import { type Slot, type SlotRefusal, whyNoPlace } from './slots.ts';

const MINUTES_WITHOUT_SLOT = 5;

export interface DateWish {
  readonly plannedDose: number;
  readonly startsAt: Instant;
  /** The day of `startsAt`, where it is known already. */
  readonly day?: PlainDate;
  /** The lane whose slot is wanted; without one any free place at that moment, or none. */
  readonly lane?: LaneId;
  readonly externalId?: string;
  /** The other centre it is at: it takes no place here. */
  readonly centre?: string;
}

export interface DateWishes {
  readonly personId: PersonId;
  readonly productId: ProductId;
  readonly source: BookedFacts['source'];
  /** In the order of their doses: all of them are booked, or none. */
  readonly dates: readonly DateWish[];
}

export interface DatesGround {
  /** The slot of a lane of that product that a date takes, also where it is full; undefined for one outside of the slots. */
  readonly placeOf: (wish: DateWish, productId: ProductId) => Slot | undefined;
  readonly now: Instant;
  readonly timeZone: TimeZone;
  readonly newAppointmentId: () => AppointmentId;
}

/**
 * `dose-not-planned`: beyond what the schedule asks for. `dose-before-missing`: one before it was not given, here or
 * elsewhere, and has no date. `dose-out-of-order`: on or behind the day of a later dose.
 */
export type DoseRefusal =
  | 'dose-already-given'
  | 'dose-not-planned'
  | 'dose-before-missing'
  | 'dose-out-of-order';

/** Why a date was refused, with the days that are allowed where it is the interval. */
export interface DatesRefusal {
  readonly reason: BookRefusal | SlotRefusal | DoseRefusal;
  readonly details?: Readonly<Record<string, string | number>>;
}

/**
 * The one way to book, whoever asks: each date is decided on what the dates before it made true. `known` holds the doses
 * of everybody who is one with the person.
 */
export function decideDates(
  known: KnownPerson,
  { dates, ...facts }: DateWishes,
  ground: DatesGround,
): Result<AppointmentBooked[], DatesRefusal> {
  const events: AppointmentBooked[] = [];
  const today = plainDateAt(ground.now, ground.timeZone);
  let sofar = known;
  for (const wish of dates) {
    const day = wish.day ?? plainDateAt(wish.startsAt, ground.timeZone);
    const asked = { productId: facts.productId, plannedDose: wish.plannedDose, day };
    const window = windowOfDate(sofar, asked, today);
    const needless = whyNoDose(sofar, asked, today);
    if (needless && !isTakenAllTheSame(needless, facts.source)) return refuse({ reason: needless });
    const slot = wish.centre === undefined ? ground.placeOf(wish, facts.productId) : undefined;
    const noPlace = wish.lane ? whyNoPlace(slot, ground.now) : undefined;
    if (noPlace) return refuse({ reason: noPlace });
    // Nobody is in two places at once, and what is decided here is not in the count of the store yet.
    if (events.some(({ data }) => data.startsAt === wish.startsAt)) return refuse({ reason: 'slot-full' });
    const { lane: _, ...date } = wish;
    const decided = decideBook(
      datesBeside(sofar.appointments, day, today),
      {
        ...facts,
        ...date,
        appointmentId: ground.newAppointmentId(),
        day,
        durationMinutes: slot?.durationMinutes ?? MINUTES_WITHOUT_SLOT,
        ...(slot ? { lane: slot.lane } : {}),
      },
      window,
    );
    if (!decided.ok) return refuse({ reason: decided.refusal, ...rangeDetails(decided.refusal, window) });
    events.push(...decided.value);
    sofar = withEvents(sofar, decided.value);
  }
  return accept(events);
}

/**
 * Who is here for one more than is planned was let in by somebody who was asked: the dose itself takes two. The system
 * that a list comes from may know of a dose that nobody has told here; without the date nobody would expect the guest.
 */
function isTakenAllTheSame(reason: DoseRefusal, source: DateWishes['source']): boolean {
  return (
    (reason === 'dose-not-planned' && source === 'walk-in') ||
    (reason === 'dose-before-missing' && source === 'import')
  );
}

/** What a date is for. */
export interface DoseOfDate {
  readonly productId: ProductId;
  readonly plannedDose: number;
  readonly day: PlainDate;
}

/** When the schedule wants the dose that a date on that day is for. */
export function windowOfDate(
  known: KnownPerson,
  { productId, plannedDose, day }: DoseOfDate,
  today: PlainDate,
): DoseWindow | undefined {
  const course = courseOn(productId, day);
  const schedule = scheduleOfCourse(course, personOfCourse(known));
  const appointments = datesBeside(known.appointments, day, today);
  return schedule && doseWindow({ ...known, appointments }, schedule, course, plannedDose);
}

/**
 * Why nobody needs a date for that dose: it was given, or there is no such dose in the series. What the confirmed schedule
 * asks for beside its series, a booster, is one that is planned.
 */
export function whyNoDose(known: KnownPerson, date: DoseOfDate, today: PlainDate): DoseRefusal | undefined {
  const { productId, plannedDose, day } = date;
  const course = courseOn(productId, day);
  const given = validDosesOf(known.vaccination, course).length;
  if (plannedDose <= given) return 'dose-already-given';
  const schedule = scheduleOfCourse(course, personOfCourse(known));
  const standing = datesBeside(known.appointments, day, today);
  if (plannedDose > (schedule?.doseCount ?? 1)) {
    if (!schedule?.byBook || !windowOfDate(known, date, today)) return 'dose-not-planned';
    const before = datesToCome(standing, course).filter((each) => each.plannedDose < plannedDose);
    return plannedDose <= given + before.length + 1 ? undefined : 'dose-not-planned';
  }
  if (missingBefore(standing, course, { given, plannedDose }) !== undefined) return 'dose-before-missing';
  const isBehindLater = datesToCome(standing, course).some(
    (each) => each.plannedDose > plannedDose && each.day <= day,
  );
  return isBehindLater ? 'dose-out-of-order' : undefined;
}

/** The first dose before that one which was not given and has no date. */
export function missingBefore(
  appointments: AppointmentsState,
  course: Course,
  { given, plannedDose }: { readonly given: number; readonly plannedDose: number },
): number | undefined {
  for (let dose = given + 1; dose < plannedDose; dose++)
    if (!dateOfDose(appointments, course, dose)) return dose;
  return undefined;
}

/** The allowed days, for the one sentence that explains a refused date. */
export function rangeDetails(
  reason: string,
  window: DoseWindow | undefined,
): { details?: DatesRefusal['details'] } {
  if (!window || !reason.startsWith('interval-')) return {};
  const { dose, earliest, latest } = window;
  return { details: { dose, earliest, ...(latest ? { latest } : {}) } };
}

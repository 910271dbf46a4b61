import type { AppointmentStatus } from '../appointments/appointments.ts';
import type { ProductId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';
import { productOf } from '../products/catalogue.ts';
import {
  type Course,
  courseOn,
  diseaseOfCourse,
  isOfCourse,
  nameOfCourse,
  seasonWords,
} from '../products/course.ts';
import { shownCourse } from '../products/product-in-question.ts';
import type { ConfirmedSchedules } from '../schedules/person-of-course.ts';
import { scheduleOf } from '../schedules/plain-schedules.ts';
import { scheduleOfCourse } from '../schedules/schedule-of-course.ts';
import type { PassDose, PassFacts } from './pass-facts.ts';

/** All dates of somebody, and the doses in force of everybody linked with them, oldest first. */
export interface SeriesGround {
  readonly birthDate: BirthDate;
  /** What the centre confirmed: how many doses there are goes by it. */
  readonly confirmed: ConfirmedSchedules | undefined;
  readonly dates: readonly {
    readonly productId: ProductId;
    readonly day: PlainDate;
    readonly plannedDose: number;
    readonly startsAt: Instant;
    readonly status: AppointmentStatus;
  }[];
  readonly doses: readonly (PassDose & { readonly productId: ProductId })[];
  /** The first vaccine that the centre gives: for somebody with no date and no dose. */
  readonly first: ProductId;
  /** When the pass was issued: of somebody with no date and no dose the number of doses is reckoned from it. */
  readonly issuedOn?: PlainDate | undefined;
}

type SeriesFacts = Pick<PassFacts, 'product' | 'plannedDoses' | 'appointments' | 'doses' | 'others'>;

/** The course that a pass tells of, and beside it every other one of the person. */
export function seriesFacts(ground: SeriesGround): SeriesFacts {
  const { shown, productId } = shownOf(ground);
  const product = productOf(productId);
  const plannedDoses = plannedDosesOf(ground);
  if (!product || plannedDoses === undefined) throw new Error(`no product or schedule ${productId}`);
  const others = othersThan(shown, ground);
  return {
    product: { name: product.name, disease: shown ? diseaseOfCourse(shown) : product.disease },
    plannedDoses,
    ...(shown ? ofCourse(shown, ground) : { appointments: [], doses: [] }),
    ...(others.length === 0 ? {} : { others }),
  };
}

/**
 * How many doses the pass says that there are: by the confirmed schedule, else by the plain one. Undefined where this
 * version of the program has no schedule for what it tells of.
 */
export function plannedDosesOf(ground: SeriesGround): number | undefined {
  const { shown, productId, doses } = shownOf(ground);
  const { birthDate, confirmed, issuedOn } = ground;
  const course = shown ?? (issuedOn && courseOn(productId, issuedOn));
  const schedule = course ? scheduleOfCourse(course, { birthDate, doses, confirmed }) : scheduleOf(productId);
  return schedule?.doseCount;
}

function shownOf({ dates, first, doses: inForce }: SeriesGround) {
  const doses = inForce.map((dose) => ({ ...dose, isVoided: false }));
  const shown = shownCourse({ dates, doses });
  return { shown, productId: shown?.productId ?? first, doses };
}

/** A pass of this centre tells the dates at this centre. */
function ofCourse(course: Course, { dates, doses }: SeriesGround): Pick<PassFacts, 'appointments' | 'doses'> {
  return {
    appointments: dates
      .filter(({ productId, day }) => isOfCourse(course, productId, day))
      .flatMap(({ plannedDose, startsAt, status }) =>
        status === 'elsewhere' ? [] : [{ plannedDose, startsAt, status }],
      ),
    doses: doses
      .filter(({ productId, givenOn }) => isOfCourse(course, productId, givenOn))
      .map(({ productId: _, ...dose }) => dose),
  };
}

/** Each under the name of its newest product, and its season. */
function othersThan(shown: Course | undefined, ground: SeriesGround): NonNullable<PassFacts['others']> {
  const courses = new Map<string, Course>();
  for (const course of [
    ...ground.dates.map(({ productId, day }) => courseOn(productId, day)),
    ...ground.doses.map(({ productId, givenOn }) => courseOn(productId, givenOn)),
  ])
    if (!shown || nameOfCourse(course) !== nameOfCourse(shown)) courses.set(nameOfCourse(course), course);
  return [...courses.values()].map((course) => ({
    name: [productOf(course.productId)?.name ?? course.productId, seasonWords(course)]
      .filter(Boolean)
      .join(' '),
    ...ofCourse(course, ground),
  }));
}

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
import { scheduleOf } from '../schedules/plain-schedules.ts';
import { scheduleOfCourse } from '../schedules/schedule-of-course.ts';
import type { PassDose, PassFacts } from './pass-facts.ts';

/** All dates of somebody, and the doses in force of everybody linked with them, oldest first. */
export interface SeriesGround {
  readonly birthDate: BirthDate;
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
}

type SeriesFacts = Pick<PassFacts, 'product' | 'plannedDoses' | 'appointments' | 'doses' | 'others'>;

/** The course that a pass tells of, and beside it every other one of the person. */
export function seriesFacts(ground: SeriesGround): SeriesFacts {
  const { dates, first, birthDate } = ground;
  const doses = ground.doses.map((dose) => ({ ...dose, isVoided: false }));
  const shown = shownCourse({ dates, doses });
  const productId = shown?.productId ?? first;
  const product = productOf(productId);
  const schedule = shown ? scheduleOfCourse(shown, { birthDate, doses }) : scheduleOf(productId);
  if (!product || !schedule) throw new Error(`no product or schedule for ${productId}`);
  const others = othersThan(shown, ground);
  return {
    product: { name: product.name, disease: shown ? diseaseOfCourse(shown) : product.disease },
    plannedDoses: schedule.doseCount,
    ...(shown ? ofCourse(shown, ground) : { appointments: [], doses: [] }),
    ...(others.length === 0 ? {} : { others }),
  };
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

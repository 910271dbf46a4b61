import type { ProductId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { courseOn, isOfCourse } from '../products/course.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { doseWarnings, type GivenDose, validDosesOf } from '../vaccination/vaccination.ts';

/**
 * What other records with the same name and birth date hold that are not linked with this one. They may be of the same
 * person, and may not: nothing of it counts in this record.
 */
export interface SecondRecords {
  readonly count: number;
  readonly doses: readonly GivenDose[];
  readonly dates: readonly SecondDate[];
}

export interface SecondDate {
  readonly productId: ProductId;
  readonly day: PlainDate;
  /** Wall clock at the centre. */
  readonly clock: string;
}

/** As much as the desk is told: doses and open dates of one course. */
export interface SecondRecordFacts {
  readonly count: number;
  readonly doseCount: number;
  readonly lastDoseOn?: PlainDate;
  readonly dateOn?: PlainDate;
  readonly clock?: string;
}

export function secondRecordFacts(
  { count, doses, dates }: SecondRecords,
  { productId }: Pick<Schedule, 'productId'>,
  today: PlainDate,
): SecondRecordFacts {
  const course = courseOn(productId, today);
  const valid = validDosesOf({ doses }, course);
  const lastDoseOn = valid.at(-1)?.givenOn;
  const date = dates.find((each) => isOfCourse(course, each.productId, each.day));
  return {
    count,
    doseCount: valid.length,
    ...(lastDoseOn ? { lastDoseOn } : {}),
    ...(date ? { dateOn: date.day, clock: date.clock } : {}),
  };
}

/** What there is against a dose if all these records are of one person: nothing where the others hold none of the course. */
export function secondRecordWarnings(
  doses: readonly GivenDose[],
  second: SecondRecords | undefined,
  schedule: Schedule,
  on: PlainDate,
): ('second-record' | ReturnType<typeof doseWarnings>[number])[] {
  if (!second) return [];
  const { doseCount, dateOn } = secondRecordFacts(second, schedule, on);
  if (doseCount === 0 && dateOn === undefined) return [];
  return ['second-record', ...doseWarnings({ doses: [...doses, ...second.doses] }, schedule, on)];
}

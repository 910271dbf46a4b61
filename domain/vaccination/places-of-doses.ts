import type { DoseId, ProductId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { isSameSeries } from '../products/catalogue.ts';
import { courseOn, nameOfCourse } from '../products/course.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { DoseWarning } from './events.ts';
import { doseWarnings } from './vaccination.ts';

/** A dose of somebody's whole series, whoever recorded it. */
export interface SeriesDose {
  readonly doseId: DoseId;
  readonly productId: ProductId;
  readonly givenOn: PlainDate;
  readonly isVoided: boolean;
  readonly isElsewhere: boolean;
  /** What the desk that gave it knew and went on with. */
  readonly overrides: readonly DoseWarning[];
}

/**
 * Which dose of its course each one is, oldest first as given: counted over all that are known now. Two desks that did
 * not know of each other called theirs by one number.
 */
export function ordinalsOf(doses: readonly SeriesDose[]): Map<DoseId, number> {
  const inForce = new Map<string, number>();
  return new Map(
    doses.map(({ doseId, productId, givenOn, isVoided }) => {
      const course = nameOfCourse(courseOn(productId, givenOn));
      const before = inForce.get(course) ?? 0;
      if (!isVoided) inForce.set(course, before + 1);
      return [doseId, before + 1];
    }),
  );
}

export interface UnseenWarning {
  readonly doseId: DoseId;
  readonly warning: DoseWarning;
}

/**
 * Doses that the schedule has something against which the desk that gave them could not know: another one was given
 * elsewhere, and neither knew of the other. Both stand; somebody who knows must look.
 */
export function unseenWarningsOf(doses: readonly SeriesDose[], schedule: Schedule): UnseenWarning[] {
  const inForce = doses.filter(
    ({ isVoided, productId }) => !isVoided && isSameSeries(productId, schedule.productId),
  );
  return inForce.flatMap((dose, index) => {
    if (dose.isElsewhere) return [];
    const before = inForce.slice(0, index).map((each) => ({ ...each, ordinal: 0 }));
    return doseWarnings({ doses: before }, schedule, dose.givenOn)
      .slice(0, 1)
      .filter((warning) => !dose.overrides.includes(warning))
      .map((warning) => ({ doseId: dose.doseId, warning }));
  });
}

import type { PlannedAppointment } from '../appointments/appointments.ts';
import { groupBy } from '../kernel/group-by.ts';
import { isSameSeries } from '../products/catalogue.ts';
import { courseOn, nameOfCourse } from '../products/course.ts';
import { validDosesOf } from '../vaccination/vaccination.ts';
import type { FollowingEvent, FollowUp, RecordedOf } from './follow-up.ts';
import type { Known } from './known.ts';

type Needs = 'person' | 'linkedSet';
/** What changes which doses somebody has from elsewhere, or in which course one is. */
type Because = 'DosesElsewhereCounted' | 'DoseVoided' | 'PaperDoseCorrected';

/**
 * A dose that was given elsewhere takes the place of the one that a date here was planned for: the dates of its course
 * that are still to be kept are for the doses after it. One that is left over is told at the desk, which cancels it.
 */
export const datesFollowDosesElsewhere: FollowUp<Because, Needs> = {
  name: 'dates-follow-doses-elsewhere',
  decidedBy: 'station',
  needs: ['person', 'linkedSet'],
  follow: (events, known) => ({ events: events.flatMap((because) => replanned(because, known)) }),
};

function replanned(because: RecordedOf<Because>, known: Pick<Known, Needs>): FollowingEvent[] {
  const { personId } = because.event.data;
  const productId = productOf(because.event, known);
  if (productId === undefined) return [];
  const doses = known.linkedSet(personId).flatMap((each) => known.person(each).vaccination.doses);
  const dates = known
    .person(personId)
    .appointments.appointments.filter((date) => isToBeKept(date) && isSameSeries(date.productId, productId))
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  const courses = groupBy(dates, (date) => nameOfCourse(courseOn(date.productId, date.day)));
  return [...courses.values()].flatMap((ofCourse) =>
    ofCourse.flatMap(({ appointmentId, plannedDose, day }, index) => {
      const next = validDosesOf({ doses }, courseOn(productId, day)).length + index + 1;
      if (next === plannedDose) return [];
      const data = { appointmentId, personId, plannedDose: next };
      return [{ stream: personId, event: { type: 'AppointmentReplanned', version: 1, data }, because }];
    }),
  );
}

/** In whose series they count; undefined for a dose that was given here, whose date was planned for it. */
function productOf(event: RecordedOf<Because>['event'], { person }: Pick<Known, 'person'>) {
  if (event.type === 'DosesElsewhereCounted') return event.data.productId;
  const { doses } = person(event.data.personId).vaccination;
  const changed = doses.find(({ doseId }) => doseId === event.data.doseId);
  return changed?.isElsewhere ? changed.productId : undefined;
}

function isToBeKept({ status }: PlannedAppointment): boolean {
  return status === 'booked' || status === 'checked-in';
}

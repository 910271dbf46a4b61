import type { PlannedAppointment } from '../appointments/appointments.ts';
import { groupBy } from '../kernel/group-by.ts';
import type { ProductId } from '../kernel/ids.ts';
import { isSameSeries } from '../products/catalogue.ts';
import { courseOn, isOfCourse, nameOfCourse } from '../products/course.ts';
import { dosesTogether, type GivenDose, validDosesOf } from '../vaccination/vaccination.ts';
import type { FollowingEvent, FollowUp, RecordedOf } from './follow-up.ts';
import type { Known } from './known.ts';

type Needs = 'person' | 'linkedSet';
/** What changes which doses somebody has, or in which course one is. */
type Cause = RecordedOf<'DosesElsewhereCounted' | 'DoseVoided' | 'DoseCorrected' | 'PaperDoseCorrected'>;

/**
 * A dose that was given elsewhere takes the place of the one that a date here was planned for, and so does one that was
 * of another vaccine than was written down: the dates of its course that are still to be kept are for the doses after
 * it. One that is left over is told at the desk, which cancels it.
 */
export const datesFollowOtherDoses: FollowUp<Cause['event']['type'], Needs> = {
  name: 'dates-follow-other-doses',
  decidedBy: 'station',
  needs: ['person', 'linkedSet'],
  follow: (events, known) => ({ events: events.flatMap((because) => replanned(because, known)) }),
};

/**
 * Whoever missed the date of one dose and comes on that of another is given the missed one: the date that was kept is
 * then of the dose that was given, and the desk offers one for the dose after it.
 */
export const dateFollowsItsDose: FollowUp<'DoseAdministered', 'person'> = {
  name: 'date-follows-its-dose',
  decidedBy: 'station',
  needs: ['person'],
  follow: (events, known) => ({ events: events.flatMap((because) => ofItsDose(because, known)) }),
};

function ofItsDose(
  because: RecordedOf<'DoseAdministered'>,
  { person }: Pick<Known, 'person'>,
): FollowingEvent[] {
  const { personId, appointmentId, productId, givenOn, ordinal } = because.event.data;
  const date = person(personId).appointments.appointments.find(
    (each) => each.appointmentId === appointmentId,
  );
  if (!date || date.plannedDose === ordinal) return [];
  if (!isOfCourse(courseOn(productId, givenOn), date.productId, date.day)) return [];
  const data = { appointmentId: date.appointmentId, personId, plannedDose: ordinal };
  return [{ stream: personId, event: { type: 'AppointmentReplanned', version: 1, data }, because }];
}

function replanned(because: Cause, known: Pick<Known, Needs>): FollowingEvent[] {
  return productsOf(because.event, known).flatMap((productId) => replannedIn(productId, because, known));
}

function replannedIn(productId: ProductId, because: Cause, known: Pick<Known, Needs>): FollowingEvent[] {
  const { personId } = because.event.data;
  const { doses } = dosesTogether(known.linkedSet(personId).map((each) => known.person(each).vaccination));
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

/**
 * In whose series something is counted differently now: none for a voided dose that was given here, whose date opens
 * again; both for one that turned out to be of another vaccine, whose date is of the one that was written down.
 */
function productsOf(event: Cause['event'], { person }: Pick<Known, 'person'>): ProductId[] {
  if (event.type === 'DosesElsewhereCounted') return [event.data.productId];
  const { doses } = person(event.data.personId).vaccination;
  const changed = doses.find(({ doseId }) => doseId === event.data.doseId);
  if (!changed) return [];
  if (event.type === 'DoseCorrected') return productsOfCorrection(event, changed);
  if (changed.isElsewhere) return [changed.productId];
  const { recordedAs, productId } = changed;
  return recordedAs === undefined ? [] : ofEachSeries(recordedAs, productId);
}

function productsOfCorrection(
  { data: { before, after } }: Extract<Cause['event'], { type: 'DoseCorrected' }>,
  { productId, givenOn }: Pick<GivenDose, 'productId' | 'givenOn'>,
): ProductId[] {
  const one = courseOn(before.productId ?? productId, before.givenOn ?? givenOn);
  const other = courseOn(after.productId ?? productId, after.givenOn ?? givenOn);
  return nameOfCourse(one) === nameOfCourse(other) ? [] : ofEachSeries(one.productId, other.productId);
}

function ofEachSeries(one: ProductId, other: ProductId): ProductId[] {
  return isSameSeries(one, other) ? [one] : [one, other];
}

function isToBeKept({ status }: PlannedAppointment): boolean {
  return status === 'booked' || status === 'checked-in';
}

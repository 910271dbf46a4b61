import type { AppointmentsState } from '../appointments/appointments.ts';
import { groupBy } from '../kernel/group-by.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { AnnouncedField } from '../passes/events.ts';
import { decideIssue, decideUpdate, isSameDoseState } from '../passes/pass.ts';
import type { StationEvent } from '../station-event.ts';
import type { FollowingEvent, FollowUp, RecordedOf } from './follow-up.ts';
import type { Known } from './known.ts';

type DateEvent =
  | 'AppointmentBooked'
  | 'AppointmentMoved'
  | 'AppointmentCancelled'
  | 'AppointmentReplanned'
  | 'NoShowRecorded'
  | 'CheckedIn'
  | 'CheckInUndone'
  | 'VisitEndedWithoutDose'
  | 'VisitResumed';
type SeriesEvent =
  | 'DoseAdministered'
  | 'DoseCorrected'
  | 'DoseVoided'
  | 'DosesElsewhereCounted'
  | 'PaperDoseCorrected'
  | 'PersonsLinked'
  | 'PersonsUnlinked'
  | 'PersonsToldApart';
type Cause = RecordedOf<DateEvent | SeriesEvent | 'PersonCorrected'>;
type PassNeeds = 'person' | 'personBefore' | 'linkedSet' | 'doses' | 'newPass';

/**
 * The pass says what the record says. A first date at this centre brings a pass; afterwards it follows the dates, the
 * doses of the whole series and the master data. Of everything that changed one thing is announced, or nothing.
 */
export const passFollowsRecord: FollowUp<Cause['event']['type'], PassNeeds> = {
  name: 'pass-follows-record',
  decidedBy: 'headquarters',
  needs: ['person', 'personBefore', 'linkedSet', 'doses', 'newPass'],
  follow(events, known) {
    const affected = events.flatMap((cause) =>
      affectedBy(cause, known).map((personId) => ({ personId, cause })),
    );
    const people = groupBy(affected, ({ personId }) => personId);
    return {
      events: [...people].flatMap(([personId, each]) =>
        passOf(
          personId,
          each.map(({ cause }) => cause),
          known,
        ),
      ),
    };
  },
};

/** Whether these events bring somebody their pass: a date at this centre, and none that is valid. */
export function getsPass(personId: PersonId, known: Pick<Known, 'person' | 'personBefore'>): boolean {
  const { pass, appointments } = known.person(personId);
  if (pass.status === 'valid') return false;
  const before = known.personBefore(personId).appointments.appointments;
  const wasHere = new Set(
    before.filter(({ centre }) => centre === undefined).map(({ appointmentId }) => appointmentId),
  );
  return shownDates(appointments).some(({ appointmentId }) => !wasHere.has(appointmentId));
}

function affectedBy({ event }: Cause, { linkedSet }: Pick<Known, 'linkedSet'>): readonly PersonId[] {
  switch (event.type) {
    case 'DoseAdministered':
    case 'DoseCorrected':
    case 'DoseVoided':
    case 'DosesElsewhereCounted':
    case 'PaperDoseCorrected':
    case 'PersonsLinked':
      return linkedSet(event.data.personId);
    case 'PersonsUnlinked':
    case 'PersonsToldApart':
      return [...new Set([...linkedSet(event.data.personId), ...linkedSet(event.data.otherId)])];
    default:
      return [event.data.personId];
  }
}

function passOf(
  personId: PersonId,
  causes: readonly Cause[],
  known: Pick<Known, PassNeeds>,
): FollowingEvent[] {
  const { pass, appointments } = known.person(personId);
  const [because] = causes as readonly [Cause];
  const following = (event: StationEvent): FollowingEvent => ({ stream: personId, event, because });
  const isAboutDates = causes.some(({ event }) => isDateEvent(event));
  if (pass.status !== 'valid') {
    if (!isAboutDates || !getsPass(personId, known)) return [];
    const issued = decideIssue(pass, { ...known.newPass(personId), personId, doses: known.doses(personId) });
    return issued.ok ? issued.value.map(following) : [];
  }
  const doses = known.doses(personId);
  const isSameCount = isSameDoseState(pass.doses, doses);
  const hasOtherDates =
    isAboutDates && textOf(appointments) !== textOf(known.personBefore(personId).appointments);
  const isShown = causes.some(({ event }) => changesWhatIsShown(event, known));
  if (isSameCount && !hasOtherDates && !isShown) return [];
  const isAnnounced = hasOtherDates && causes.some(({ event }) => isAnnouncedDate(event));
  const announced: AnnouncedField | undefined = isAnnounced ? 'next-appointment' : undefined;
  return decideUpdate(pass, doses, isSameCount ? announced : 'dose-count').map(following);
}

/**
 * Whether a pass may read differently though it counts as many doses up to the same day: every dose stands on it with its
 * day and its lot, in each course, and how many there are goes by all of them.
 */
function changesWhatIsShown(event: Cause['event'], { person, linkedSet }: Pick<Known, PassNeeds>): boolean {
  switch (event.type) {
    case 'PersonCorrected':
    case 'DoseAdministered':
    case 'DoseCorrected':
    case 'DoseVoided':
    case 'DosesElsewhereCounted':
    case 'PaperDoseCorrected':
      return true;
    case 'PersonsLinked':
    case 'PersonsUnlinked':
      return [event.data.personId, event.data.otherId]
        .flatMap(linkedSet)
        .some((each) => person(each).vaccination.doses.some(({ isVoided }) => !isVoided));
    default:
      return false;
  }
}

/** What a pass of this centre says of dates: those at this centre that are still to be kept. */
function shownDates({ appointments }: AppointmentsState) {
  return appointments.filter(({ status }) => status === 'booked' || status === 'checked-in');
}

function textOf(state: AppointmentsState): string {
  return shownDates(state)
    .map(({ productId, plannedDose, startsAt }) => `${productId} ${plannedDose} ${startsAt}`)
    .join();
}

function isDateEvent({ type }: Cause['event']): boolean {
  return (
    type.startsWith('Appointment') ||
    type === 'NoShowRecorded' ||
    type === 'CheckedIn' ||
    type === 'CheckInUndone' ||
    type === 'VisitEndedWithoutDose' ||
    type === 'VisitResumed'
  );
}

/**
 * Whoever stands at the desk needs no ring of their phone, and nobody is woken at midnight because they did not
 * come: those changes are silent.
 */
function isAnnouncedDate(event: Cause['event']): boolean {
  switch (event.type) {
    case 'AppointmentBooked':
      return event.data.source !== 'walk-in';
    case 'AppointmentMoved':
      return event.data.reason !== 'wrong-day' && event.data.reason !== 'wrong-centre';
    default:
      return event.type === 'AppointmentCancelled';
  }
}

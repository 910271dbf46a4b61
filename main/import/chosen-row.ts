import type { PlannedAppointment } from '../../domain/appointments/appointments.ts';
import { decideMove } from '../../domain/appointments/change-appointment.ts';
import { windowOfDate } from '../../domain/appointments/decide-dates.ts';
import type { DateAnywhere } from '../../domain/appointments/events.ts';
import { dateAt } from '../../domain/appointments/slots.ts';
import { closedRecordFault } from '../../domain/import/closed-record-fault.ts';
import { correctedDetails } from '../../domain/import/corrected-details.ts';
import { dateHere, isSameDate } from '../../domain/import/date-here.ts';
import type { ImportedAppointment, ImportedPerson } from '../../domain/import/imported-person.ts';
import { faultOfDetails, faultOfMove } from '../../domain/import/refusal-faults.ts';
import type { RowChoice } from '../../domain/import/row-choice.ts';
import { type RowFault, rowFault } from '../../domain/import/row-fault.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { type KnownPerson, withEvents } from '../../domain/known-person.ts';
import { decideCorrect } from '../../domain/people/person.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import { loadPerson, withSeries } from '../histories/person-history.ts';
import { Places } from '../queries/appointments/places.ts';
import { historyOf } from '../store/event-log/read-events.ts';
import { externalIdOf } from '../store/tables/people/people.ts';
import { decideListDates } from './list-dates.ts';
import { productOfDate } from './row-context-of.ts';

type KnownChoice = Exclude<RowChoice, { kind: 'new' }>;

/**
 * Writes a row about somebody who is here, as somebody chose: everything it changes in one commit, or nothing and why.
 * Answers how many dates were booked.
 */
export function writeChosenRow(
  station: Writes,
  actor: Actor,
  personId: PersonId,
  person: ImportedPerson,
  choice: KnownChoice,
): Result<{ readonly booked: number }, RowFault> {
  const known = loadPerson(station.db, personId);
  if (known.person.status !== 'registered') return refuse(closedRecordFault(known.person.status));
  if (choice.kind === 'take' && isChangedSince(station, personId, choice))
    return refuse(rowFault('changed-since'));
  const master =
    choice.kind === 'take'
      ? correction(station, known, personId, person)
      : accept(numbering(station, personId, person));
  if (!master.ok) return master;
  const after = withSeries(station.db, personId, withEvents(known, master.value));
  const dates = datesOf(station, after, personId, person, choice.kind === 'take');
  if (!dates.ok) return dates;
  return accept(write(station, actor, personId, known, [...master.value, ...dates.value]));
}

/** Writes the dates of a row for doses that somebody who is here has no date for yet: all of them, or none and why. */
export function writeFurtherDates(
  station: Writes,
  actor: Actor,
  personId: PersonId,
  { appointments }: ImportedPerson,
): Result<{ readonly booked: number }, RowFault> {
  const known = withSeries(station.db, personId, loadPerson(station.db, personId));
  const { appointments: dates } = known.appointments;
  const isHere = (listed: ImportedAppointment) => dateHere(dates, listed, productOfDate(station, listed));
  const further = appointments.filter((listed) => !isHere(listed));
  const booked = decideListDates(station, known, { personId, dates: further }, new Places(station));
  return booked.ok ? accept(write(station, actor, personId, known, booked.value)) : booked;
}

function write(
  station: Writes,
  actor: Actor,
  personId: PersonId,
  known: KnownPerson,
  events: readonly StationEvent[],
): { readonly booked: number } {
  const occurredAt = station.now();
  commit(
    station,
    events.map((event) => ({ stream: personId, actor, occurredAt, event })),
    { before: () => known, bulk: {} },
  );
  return { booked: events.filter(({ type }) => type === 'AppointmentBooked').length };
}

/** What was chosen was chosen in the sight of the record as it was then. */
function isChangedSince(
  { db }: Writes,
  personId: PersonId,
  { at }: Extract<RowChoice, { kind: 'take' }>,
): boolean {
  return historyOf(db, personId).some(({ event, recordedAt }) => recordedAt > at && isOfDesk(event));
}

/** What a list itself wrote is no surprise: several rows may be about one person. */
function isOfDesk(event: StationEvent): boolean {
  switch (event.type) {
    case 'PersonCorrected':
      return event.data.why !== 'list';
    case 'AppointmentBooked':
      return event.data.source !== 'import';
    case 'AppointmentMoved':
      return event.data.reason !== 'list';
    default:
      return event.type === 'AppointmentCancelled';
  }
}

function correction(
  station: Writes,
  { person }: KnownPerson,
  personId: PersonId,
  row: ImportedPerson,
): Result<StationEvent[], RowFault> {
  if (person.status !== 'registered') return refuse(closedRecordFault(person.status));
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const details = correctedDetails(person.details, row);
  const decided = decideCorrect(person, { personId, details, why: 'list', today });
  if (decided.ok) return decided;
  return decided.refusal === 'nothing-changed' ? accept([]) : refuse(faultOfDetails(decided.refusal));
}

/** The number of the list, where the person has none yet: the next list finds them by it. */
function numbering({ db }: Writes, personId: PersonId, { externalId }: ImportedPerson): StationEvent[] {
  if (externalId === undefined || externalIdOf(db, personId) !== undefined) return [];
  return [{ type: 'PersonNumbered', version: 2, data: { personId, personal: { externalId } } }];
}

function datesOf(
  station: Writes,
  known: KnownPerson,
  personId: PersonId,
  { appointments }: ImportedPerson,
  movesDates: boolean,
): Result<StationEvent[], RowFault> {
  const events: StationEvent[] = [];
  for (const date of appointments) {
    const sofar = withEvents(known, events);
    const stands = dateHere(sofar.appointments.appointments, date, productOfDate(station, date));
    if (stands && isSameDate(stands, date)) continue;
    if (stands && !movesDates) return refuse(rowFault('dose-already-booked'));
    const decided = stands
      ? moved(station, sofar, personId, stands, date)
      : decideListDates(station, sofar, { personId, dates: [date] }, new Places(station));
    if (!decided.ok) return decided;
    events.push(...decided.value);
  }
  return accept(events);
}

function moved(
  station: Writes,
  known: KnownPerson,
  personId: PersonId,
  { appointmentId, productId, plannedDose, durationMinutes }: PlannedAppointment,
  { startsAt, day, centre }: ImportedAppointment,
): Result<StationEvent[], RowFault> {
  const wish = { plannedDose, startsAt, day };
  const slot = centre === undefined ? new Places(station).placeOf(wish, productId) : undefined;
  const outside = { startsAt, day, durationMinutes, ...(centre === undefined ? {} : { centre }) };
  const to: DateAnywhere = slot ? dateAt(slot) : outside;
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const window = windowOfDate(known, { productId, plannedDose, day }, today);
  const decided = decideMove(known.appointments, { appointmentId, personId, to, reason: 'list' }, window);
  return decided.ok ? decided : refuse(faultOfMove(decided.refusal));
}

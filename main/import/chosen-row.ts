import { dateOfDose, type PlannedAppointment } from '../../domain/appointments/appointments.ts';
import { decideMove } from '../../domain/appointments/change-appointment.ts';
import type { DateAnywhere } from '../../domain/appointments/events.ts';
import { dateAt } from '../../domain/appointments/slots.ts';
import { closedRecordFault } from '../../domain/import/closed-record-fault.ts';
import { correctedDetails } from '../../domain/import/corrected-details.ts';
import type { ImportedAppointment, ImportedPerson } from '../../domain/import/imported-person.ts';
import type { RowChoice } from '../../domain/import/row-choice.ts';
import { type RowFault, type RowFaultReason, rowFault } from '../../domain/import/row-fault.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { type KnownPerson, withEvents } from '../../domain/known-person.ts';
import { type CorrectRefusal, decideCorrect } from '../../domain/people/person.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { doseWindow } from '../../domain/vaccination/dose-window.ts';
import { decideDates } from '../commands/appointments/book-dates.ts';
import { commit } from '../commit/commit.ts';
import { loadPerson } from '../histories/person-history.ts';
import { freeSlotAt } from '../queries/appointments/find-slot.ts';
import { centreProduct } from '../queries/centre/centre-product.ts';
import type { Station } from '../station.ts';
import { historyOf } from '../store/event-log/read-events.ts';
import { externalIdOf } from '../store/tables/people/people.ts';

type KnownChoice = Exclude<RowChoice, { kind: 'new' }>;

/**
 * Writes a row about somebody who is here, as somebody chose: everything it changes in one commit, or nothing and why.
 * Answers how many dates were booked.
 */
export function writeChosenRow(
  station: Station,
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
  const dates = datesOf(station, withEvents(known, master.value), personId, person, choice.kind === 'take');
  if (!dates.ok) return dates;
  const events = [...master.value, ...dates.value];
  if (events.length === 0) return accept({ booked: 0 });
  const booked = dates.value.filter(({ type }) => type === 'AppointmentBooked').length;
  const occurredAt = station.now();
  commit(
    station,
    events.map((event) => ({ stream: personId, actor, occurredAt, event })),
    { before: () => known, bulk: {} },
  );
  return accept({ booked });
}

/** What was chosen was chosen in the sight of the record as it was then. */
function isChangedSince(
  { db }: Station,
  personId: PersonId,
  { at }: Extract<RowChoice, { kind: 'take' }>,
): boolean {
  return historyOf(db, personId).some(({ event, recordedAt }) => recordedAt > at && isOfDesk(event));
}

/** What a list itself wrote is no surprise: several rows may be about one person. */
function isOfDesk(event: StationEvent): boolean {
  switch (event.type) {
    case 'PersonCorrected':
      return event.version === 1;
    case 'AppointmentBooked':
      return event.data.source !== 'import';
    case 'AppointmentMoved':
      return event.data.reason !== 'list';
    default:
      return event.type === 'AppointmentCancelled';
  }
}

function correction(
  station: Station,
  { person }: KnownPerson,
  personId: PersonId,
  row: ImportedPerson,
): Result<StationEvent[], RowFault> {
  if (person.status !== 'registered') return refuse(closedRecordFault(person.status));
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const details = correctedDetails(person.details, row);
  const decided = decideCorrect(person, { personId, details, why: 'list', today });
  if (decided.ok) return decided;
  return decided.refusal === 'nothing-changed' ? accept([]) : refuse(rowFault(faultOf[decided.refusal]));
}

const faultOf: Record<Exclude<CorrectRefusal, 'nothing-changed'>, RowFaultReason> = {
  'person-unknown': 'person-erased',
  'name-missing': 'name-missing',
  'name-too-long': 'name-too-long',
  'name-not-a-name': 'name-not-a-name',
  'birth-date-future': 'birth-date-in-future',
  'email-invalid': 'email-unreadable',
  'phone-invalid': 'phone-unreadable',
  'text-too-long': 'text-too-long',
};

/** The number of the list, where the person has none yet: the next list finds them by it. */
function numbering({ db }: Station, personId: PersonId, { externalId }: ImportedPerson): StationEvent[] {
  if (externalId === undefined || externalIdOf(db, personId) !== undefined) return [];
  return [{ type: 'PersonNumbered', version: 1, data: { personId, externalId } }];
}

function datesOf(
  station: Station,
  known: KnownPerson,
  personId: PersonId,
  { appointments }: ImportedPerson,
  movesDates: boolean,
): Result<StationEvent[], RowFault> {
  const events: StationEvent[] = [];
  for (const date of appointments) {
    const sofar = withEvents(known, events);
    const stands = dateOfDose(sofar.appointments, date.plannedDose);
    if (stands && isSame(stands, date)) continue;
    if (stands && !movesDates) return refuse(rowFault('dose-already-booked'));
    const decided = stands
      ? moved(station, sofar, personId, stands, date)
      : booked(station, sofar, personId, date);
    if (!decided.ok) return decided;
    events.push(...decided.value);
  }
  return accept(events);
}

function isSame(stands: PlannedAppointment, { startsAt, centre }: ImportedAppointment): boolean {
  return stands.startsAt === startsAt && stands.centre === centre;
}

function moved(
  station: Station,
  known: KnownPerson,
  personId: PersonId,
  { appointmentId, plannedDose, durationMinutes }: PlannedAppointment,
  { startsAt, day, centre }: ImportedAppointment,
): Result<StationEvent[], RowFault> {
  const slot = centre === undefined ? freeSlotAt(station, startsAt) : undefined;
  const outside = { startsAt, day, durationMinutes, ...(centre === undefined ? {} : { centre }) };
  const to: DateAnywhere = slot ? dateAt(slot) : outside;
  const window = doseWindow(known, centreProduct().productId, plannedDose);
  const decided = decideMove(known.appointments, { appointmentId, personId, to, reason: 'list' }, window);
  if (decided.ok) return decided;
  const { refusal } = decided;
  const isInterval = refusal === 'interval-too-short' || refusal === 'interval-too-long';
  return refuse(rowFault(isInterval ? refusal : 'appointment-over'));
}

function booked(
  station: Station,
  known: KnownPerson,
  personId: PersonId,
  { day: _, ...date }: ImportedAppointment,
): Result<StationEvent[], RowFault> {
  const { productId } = centreProduct();
  const decided = decideDates(station, known, { personId, productId, source: 'import', dates: [date] });
  if (decided.ok) return decided;
  const { reason } = decided.refusal;
  const isTold =
    reason === 'interval-too-short' || reason === 'interval-too-long' || reason === 'dose-already-given';
  return refuse(rowFault(isTold ? reason : 'dose-already-booked'));
}

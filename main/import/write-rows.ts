import { decideBook, noAppointments } from '../../domain/appointments/appointments.ts';
import type { ImportedAppointment, ImportedPerson } from '../../domain/import/imported-person.ts';
import type { RowChoice } from '../../domain/import/row-choice.ts';
import { type RowFault, type RowFaultReason, rowFault } from '../../domain/import/row-fault.ts';
import { type AppointmentId, idOf, type PersonId } from '../../domain/kernel/ids.ts';
import { addMinutes, type Instant, plainDateAt } from '../../domain/kernel/instant.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { nobody } from '../../domain/known-person.ts';
import { decideRegister, type RegisterRefusal, unknownPerson } from '../../domain/people/person.ts';
import { scheduleOf } from '../../domain/schedules/products.ts';
import { windowOfDose } from '../../domain/schedules/schedule.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { bookAppointment } from '../commands/appointments/book-appointment.ts';
import { commit } from '../commit/commit.ts';
import { centreProduct } from '../queries/centre/centre-product.ts';
import type { Station } from '../station.ts';
import type { EventDraft } from '../store/event-log/append-events.ts';
import { deferIndexing } from '../store/search/search-entries.ts';
import { appointmentsOf } from '../store/tables/appointments/appointments.ts';
import { type ImportRow, judgeRow, type RowVerdict } from '../store/tables/import/imports.ts';
import { personIdByAnyId } from '../store/tables/people/people.ts';
import { judgeKnown } from './check-rows.ts';
import { writeChosenRow } from './chosen-row.ts';
import type { RowData } from './staged-row.ts';

const DURATION_MINUTES = 5;

export interface WriteOptions {
  readonly importId: string;
  readonly actor: Actor;
  /** Likely duplicates are registered as people of their own. */
  readonly addDuplicates: boolean;
  /** Passes of a long list are signed once the list is written. */
  readonly signFrom: Instant;
}

export interface Written {
  appointments: number;
  passes: number;
}

/** Writes rows into the log, as one commit where they are new. Call it in the transaction that notes how far it came. */
export function writeRows(station: Station, rows: readonly ImportRow[], options: WriteOptions): Written {
  const written = { appointments: 0, passes: 0 };
  const fresh = new FreshRows(station, options);
  for (const row of rows) {
    const choice = choiceOf(row);
    const isAdded =
      row.verdict === 'add' ||
      (row.verdict === 'duplicate' && (choice ? choice.kind === 'new' : options.addDuplicates));
    if (!isAdded && row.verdict !== 'extend' && (!choice || choice.kind === 'new')) continue;
    const data = JSON.parse(row.data) as RowData;
    if (!data.person) continue;
    if (choice && choice.kind !== 'new') {
      // Places that rows before have taken must be in the count.
      fresh.commit(written);
      chosen(station, row, data, choice, options, written);
      continue;
    }
    // Somebody may have been registered under that number since the check, or by a row before.
    const { externalId } = data.person;
    if (row.verdict === 'extend') fresh.commit(written);
    const knownId = externalId === undefined ? undefined : personIdByAnyId(station.db, externalId);
    if (knownId) extend(station, row, data, knownId, options, written);
    // The row before that named this person was left out: so is this one.
    else if (row.verdict === 'extend') judgeRow(station.db, options.importId, row.row, 'duplicate', row.data);
    else fresh.add(row, data);
  }
  fresh.commit(written);
  return written;
}

/** New people, gathered and written in one commit. */
class FreshRows {
  readonly #station: Station;
  readonly #options: WriteOptions;
  readonly #today: PlainDate;
  #drafts: EventDraft[] = [];

  constructor(station: Station, options: WriteOptions) {
    this.#station = station;
    this.#options = options;
    this.#today = plainDateAt(station.now(), station.settings.timeZone);
  }

  add(row: ImportRow, data: RowData): void {
    const { importId, actor } = this.#options;
    const personId = row.person_id ?? idOf<PersonId>(this.#station.newId());
    const decided = eventsOf(this.#station, personId, data.person as ImportedPerson, this.#today);
    if (!decided.ok) {
      const refused = JSON.stringify({ ...data, faults: [decided.refusal] });
      judgeRow(this.#station.db, importId, row.row, 'refused', refused);
      return;
    }
    if (row.verdict !== 'add') judgeRow(this.#station.db, importId, row.row, 'add', row.data);
    const occurredAt = this.#station.now();
    for (const event of decided.value) this.#drafts.push({ stream: personId, actor, occurredAt, event });
  }

  commit(written: Written): void {
    if (this.#drafts.length === 0) return;
    const bulk = { dueAt: this.#options.signFrom };
    const { recorded } = deferIndexing(this.#station.db, () =>
      commit(this.#station, this.#drafts, { before: () => nobody, bulk }),
    );
    const count = (type: StationEvent['type']) => recorded.filter(({ event }) => event.type === type).length;
    written.passes += count('PassIssued');
    written.appointments += count('AppointmentBooked');
    this.#drafts = [];
  }
}

/** Everything that is decided for somebody who is not here yet: registered, and their dates. */
function eventsOf(
  station: Station,
  personId: PersonId,
  { externalId, details, appointments }: ImportedPerson,
  today: PlainDate,
): Result<StationEvent[], RowFault> {
  const registered = decideRegister(unknownPerson, {
    personId,
    details,
    source: 'import',
    today,
    ...(externalId === undefined ? {} : { externalId }),
  });
  if (!registered.ok) return refuse(rowFault(faultOf[registered.refusal]));
  const events: StationEvent[] = [...registered.value];
  for (const date of appointments) {
    const booked = bookNew(station, personId, date, appointments);
    if (!booked.ok) return refuse(rowFault(booked.refusal));
    events.push(...booked.value);
  }
  return accept(events);
}

/** What the record refuses for everybody, in the words of a row. */
const faultOf: Record<RegisterRefusal, RowFaultReason> = {
  'person-already-registered': 'same-id-differs',
  'name-missing': 'name-missing',
  'name-too-long': 'name-too-long',
  'name-not-a-name': 'name-not-a-name',
  'birth-date-future': 'birth-date-in-future',
  'email-invalid': 'email-unreadable',
  'phone-invalid': 'phone-unreadable',
  'text-too-long': 'text-too-long',
};

function bookNew(
  station: Station,
  personId: PersonId,
  date: ImportedAppointment,
  all: readonly ImportedAppointment[],
) {
  const { productId } = centreProduct();
  const schedule = scheduleOf(productId);
  const before = all.find(({ plannedDose }) => plannedDose === date.plannedDose - 1);
  const window = schedule && before && windowOfDose(schedule, date.plannedDose, before.day);
  const appointmentId = idOf<AppointmentId>(station.newId());
  const facts = { ...date, appointmentId, personId, productId, durationMinutes: DURATION_MINUTES };
  return decideBook(noAppointments, { ...facts, source: 'import' }, window);
}

function choiceOf({ choice }: ImportRow): RowChoice | undefined {
  return choice === null ? undefined : (JSON.parse(choice) as RowChoice);
}

/** A row about somebody who is here, written as somebody chose. */
function chosen(
  station: Station,
  row: ImportRow,
  data: RowData,
  choice: Exclude<RowChoice, { kind: 'new' }>,
  { importId, actor }: WriteOptions,
  written: Written,
): void {
  const person = data.person as ImportedPerson;
  const personId =
    choice.kind === 'same' ? choice.personId : personIdByAnyId(station.db, person.externalId ?? '');
  const done = personId
    ? writeChosenRow(station, actor, personId, person, choice)
    : refuse(rowFault('person-erased'));
  const judge = (verdict: RowVerdict, more: object) =>
    judgeRow(station.db, importId, row.row, verdict, JSON.stringify({ ...data, ...more }));
  if (done.ok) {
    written.appointments += done.value.booked;
    judge(choice.kind === 'take' ? 'corrected' : 'extend', {});
  } else judge(done.refusal.reason === 'changed-since' ? 'changed' : 'refused', { faults: [done.refusal] });
}

/** Dates of somebody who is known: booked one by one, as the desk would. */
function extend(
  station: Station,
  row: ImportRow,
  data: RowData,
  personId: PersonId,
  { importId, actor }: WriteOptions,
  written: Written,
): void {
  const person = data.person as ImportedPerson;
  const { verdict, faults } = judgeKnown(station, personId, person);
  if (verdict !== row.verdict)
    judgeRow(
      station.db,
      importId,
      row.row,
      verdict,
      JSON.stringify({ ...data, ...(faults ? { faults } : {}) }),
    );
  if (verdict !== 'extend') return;
  const quiet: Station = { ...station, announce: () => {} };
  const { productId } = centreProduct();
  const kept = appointmentsOf(station.db, personId).filter(({ status }) => status !== 'cancelled');
  for (const { day: _, ...date } of person.appointments) {
    if (kept.some(({ planned_dose }) => planned_dose === date.plannedDose)) continue;
    const booked = bookAppointment(quiet, actor, { ...date, personId, productId, source: 'import' });
    if (booked.ok) written.appointments += 1;
    else
      judgeRow(
        station.db,
        importId,
        row.row,
        'refused',
        JSON.stringify({ ...data, faults: [rowFault(reasonOf(booked.refusal))] }),
      );
  }
}

function reasonOf(refusal: string): RowFault['reason'] {
  return refusal === 'interval-too-short' || refusal === 'interval-too-long'
    ? refusal
    : 'dose-already-booked';
}

/** When the passes of a list of that length are signed: at once, or after it is surely written. */
export function signFromOf(now: Instant, rows: number): Instant {
  return addMinutes(now, Math.floor(rows / 5_000) / 12);
}

import type { ImportedPerson } from '../../domain/import/imported-person.ts';
import { faultOfDetails } from '../../domain/import/refusal-faults.ts';
import type { RowChoice } from '../../domain/import/row-choice.ts';
import type { RowContext } from '../../domain/import/row-context.ts';
import { type RowFault, rowFault } from '../../domain/import/row-fault.ts';
import { idOf, type PersonId } from '../../domain/kernel/ids.ts';
import { addMinutes, type Instant, plainDateAt } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { nobody, withEvents } from '../../domain/known-person.ts';
import { decideRegister, unknownPerson } from '../../domain/people/person.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import { Places } from '../queries/appointments/places.ts';
import type { EventDraft } from '../store/event-log/append-events.ts';
import { deferIndexing } from '../store/search/search-entries.ts';
import { type ImportRow, type RowVerdict, setVerdict } from '../store/tables/import/imports.ts';
import { personIdByAnyId } from '../store/tables/people/people.ts';
import { confirmedSchedules } from '../store/tables/schedules/centre-schedules.ts';
import { evaluateKnown } from './check-rows.ts';
import { writeChosenRow, writeFurtherDates } from './chosen-row.ts';
import { decideListDates } from './list-dates.ts';
import type { RowData } from './staged-row.ts';

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
export function writeRows(station: Writes, rows: readonly ImportRow[], options: WriteOptions): Written {
  const written = { appointments: 0, passes: 0 };
  const fresh = new FreshRows(station, options);
  for (const row of rows) {
    const choice = choiceOf(row);
    if (!isWritten(row, choice, options)) continue;
    const data = JSON.parse(row.data) as RowData;
    if (!data.person) continue;
    if (choice && choice.kind !== 'new') {
      // Places that rows before have taken must be in the count.
      fresh.commit(written);
      chosen(station, row, data, choice, options, written);
      continue;
    }
    // Known under the number is another person, as somebody said who saw both.
    if (choice && row.verdict === 'changed') {
      fresh.add(row, withoutNumber(data, data.person));
      continue;
    }
    // Somebody may have been registered under that number since the check, or by a row before.
    const { externalId } = data.person;
    if (row.verdict === 'extend') fresh.commit(written);
    const knownId = externalId === undefined ? undefined : personIdByAnyId(station.db, externalId);
    if (knownId) {
      fresh.commit(written);
      extend(station, row, data, knownId, options, written);
    }
    // The row before that named this person was left out: so is this one.
    else if (row.verdict === 'extend')
      setVerdict(station.db, options.importId, row.row, 'duplicate', row.data);
    else fresh.add(row, data);
  }
  fresh.commit(written);
  return written;
}

function isWritten(
  { verdict }: ImportRow,
  choice: RowChoice | undefined,
  { addDuplicates }: WriteOptions,
): boolean {
  if (verdict === 'add' || verdict === 'extend' || choice) return true;
  return verdict === 'duplicate' && addDuplicates;
}

function withoutNumber(data: RowData, { externalId: _, ...person }: ImportedPerson): RowData {
  return { ...data, person };
}

/** New people, gathered and written in one commit. */
class FreshRows {
  readonly #station: Writes;
  readonly #options: WriteOptions;
  readonly #context: Pick<RowContext, 'today' | 'confirmed'>;
  #places: Places;
  #drafts: EventDraft[] = [];

  constructor(station: Writes, options: WriteOptions) {
    this.#station = station;
    this.#options = options;
    const today = plainDateAt(station.now(), station.settings.timeZone);
    this.#context = { today, confirmed: confirmedSchedules(station.db) };
    this.#places = new Places(station);
  }

  add(row: ImportRow, data: RowData): void {
    const { importId, actor } = this.#options;
    const personId = row.person_id ?? idOf<PersonId>(this.#station.newId());
    const person = data.person as ImportedPerson;
    const decided = decideNew(this.#station, this.#places, personId, person, this.#context);
    if (!decided.ok) {
      const refused = JSON.stringify({ ...data, faults: [decided.refusal] });
      setVerdict(this.#station.db, importId, row.row, 'refused', refused);
      return;
    }
    if (row.verdict !== 'add') setVerdict(this.#station.db, importId, row.row, 'add', row.data);
    const occurredAt = this.#station.now();
    for (const event of decided.value) this.#drafts.push({ stream: personId, actor, occurredAt, event });
  }

  commit(written: Written): void {
    // Rows that are written one by one may take places after this.
    this.#places = new Places(this.#station);
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
function decideNew(
  station: Writes,
  places: Places,
  personId: PersonId,
  { externalId, details, appointments }: ImportedPerson,
  { today, confirmed }: Pick<RowContext, 'today' | 'confirmed'>,
): Result<StationEvent[], RowFault> {
  const registered = decideRegister(unknownPerson, {
    personId,
    details,
    source: 'import',
    today,
    ...(externalId === undefined ? {} : { externalId }),
  });
  if (!registered.ok) return refuse(faultOfDetails(registered.refusal));
  const known = withEvents({ ...nobody, ...(confirmed ? { confirmed } : {}) }, registered.value);
  const booked = decideListDates(station, known, { personId, dates: appointments }, places);
  if (!booked.ok) return booked;
  places.take(booked.value);
  return accept([...registered.value, ...booked.value]);
}

function choiceOf({ choice }: ImportRow): RowChoice | undefined {
  return choice === null ? undefined : (JSON.parse(choice) as RowChoice);
}

/** A row about somebody who is here, written as somebody chose. */
function chosen(
  station: Writes,
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
  const settle = (verdict: RowVerdict, more: object) =>
    setVerdict(station.db, importId, row.row, verdict, JSON.stringify({ ...data, ...more }));
  if (done.ok) {
    written.appointments += done.value.booked;
    settle(choice.kind === 'take' ? 'corrected' : 'extend', {});
  } else settle(done.refusal.reason === 'changed-since' ? 'changed' : 'refused', { faults: [done.refusal] });
}

/** Dates of somebody who is known: all that the row brings, or none and why. */
function extend(
  station: Writes,
  row: ImportRow,
  data: RowData,
  personId: PersonId,
  { importId, actor }: WriteOptions,
  written: Written,
): void {
  const person = data.person as ImportedPerson;
  const settle = (verdict: RowVerdict, faults?: readonly RowFault[]) =>
    setVerdict(
      station.db,
      importId,
      row.row,
      verdict,
      JSON.stringify({ ...data, ...(faults ? { faults } : {}) }),
    );
  const { verdict, faults } = evaluateKnown(station, personId, person);
  if (verdict !== row.verdict) settle(verdict, faults);
  if (verdict !== 'extend') return;
  const done = writeFurtherDates(station, actor, personId, person);
  if (done.ok) written.appointments += done.value.booked;
  else settle('refused', [done.refusal]);
}

/** When the passes of a list of that length are signed: at once, or after it is surely written. */
export function signFromOf(now: Instant, rows: number): Instant {
  return addMinutes(now, Math.floor(rows / 5_000) / 12);
}

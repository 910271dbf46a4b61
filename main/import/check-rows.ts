import { closedRecordFault } from '../../domain/import/closed-record-fault.ts';
import { correctedDetails } from '../../domain/import/corrected-details.ts';
import type { ImportedPerson } from '../../domain/import/imported-person.ts';
import { sameDetails } from '../../domain/import/imported-person.ts';
import { namesAreLikelySame } from '../../domain/import/likely-same.ts';
import { type RowFault, rowFault } from '../../domain/import/row-fault.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { searchKeyOf } from '../../domain/people/search-key.ts';
import { isSameSeries } from '../../domain/products/catalogue.ts';
import type { Writes } from '../context.ts';
import { appointmentByExternalId, appointmentsOf } from '../store/tables/appointments/appointments.ts';
import { type ImportRow, type RowVerdict, rowsAfter, setVerdict } from '../store/tables/import/imports.ts';
import { personById, personIdByAnyId } from '../store/tables/people/people.ts';
import { namesBornOn } from '../store/tables/people/people-search.ts';
import { productOfDate } from './row-context-of.ts';
import type { RowData } from './staged-row.ts';

/** So few at once that a step stays far below what anybody at the desk would notice. */
const STEP_ROWS = 25;

/**
 * Holds every staged row against the people who are here and against the rows before it. Answers a step to repeat
 * until it answers false; nothing outside of the staging area is changed.
 */
export function rowChecker(station: Writes, importId: string, onRow: (row: number) => void): () => boolean {
  const seen = new Seen();
  let after = 0;
  return () => {
    const rows = rowsAfter(station.db, importId, after, STEP_ROWS);
    station.db.transact(() => {
      for (const row of rows) if (row.verdict === 'add') check(station, importId, row, seen);
    });
    after = rows.at(-1)?.row ?? after;
    onRow(after);
    return rows.length > 0;
  };
}

/** The rows before: whom each number named first, and which row named whom, by name and birth date. */
class Seen {
  readonly byId = new Map<string, string>();
  readonly byName = new Map<string, number>();
}

interface Evaluated {
  readonly verdict: RowVerdict;
  readonly faults?: readonly RowFault[];
  readonly likely?: RowData['likely'];
}

function check(station: Writes, importId: string, { row, data }: ImportRow, seen: Seen): void {
  const staged = JSON.parse(data) as RowData;
  const { person } = staged;
  if (!person) return;
  const evaluated = evaluateRow(station, row, person, seen);
  if (evaluated.verdict === 'add') return;
  const { verdict, ...why } = evaluated;
  setVerdict(station.db, importId, row, verdict, JSON.stringify({ ...staged, ...why }));
}

function evaluateRow(station: Writes, row: number, person: ImportedPerson, seen: Seen): Evaluated {
  const { externalId, details } = person;
  const taken = personOfTakenDate(station, person);
  const knownId = externalId === undefined ? undefined : personIdByAnyId(station.db, externalId);
  if (taken !== undefined && taken !== knownId)
    return { verdict: 'refused', faults: [rowFault('appointment-of-somebody-else', 'appointmentId')] };
  const name = `${details.birthDate} ${searchKeyOf(details)}`;
  // Our own id and the number of the other system may name one person.
  const id = knownId ?? externalId;
  const earlier = id === undefined ? undefined : seen.byId.get(id);
  if (earlier !== undefined && earlier !== name)
    return { verdict: 'refused', faults: [rowFault('same-id-differs', 'externalId', externalId)] };
  if (id !== undefined) seen.byId.set(id, name);
  if (knownId) return evaluateKnown(station, knownId, person);
  if (earlier !== undefined) return { verdict: 'extend' };
  const sameName = seen.byName.get(name);
  if (sameName === undefined) seen.byName.set(name, row);
  const personIds = likelyHere(station, person);
  if (personIds.length > 0 || sameName !== undefined)
    return {
      verdict: 'duplicate',
      likely: { personIds, ...(sameName === undefined ? {} : { row: sameName }) },
    };
  return { verdict: 'add' };
}

/** Known by the number of the other system: what is new in the row, if anything. */
export function evaluateKnown(station: Writes, personId: PersonId, person: ImportedPerson): Evaluated {
  const { db } = station;
  const known = personById(db, personId);
  if (known?.status !== 'registered')
    return { verdict: 'refused', faults: [closedRecordFault(known?.status ?? 'unknown')] };
  if (!sameDetails(known.details, correctedDetails(known.details, person)))
    return { verdict: 'changed', faults: [rowFault('changed-here')] };
  const dates = appointmentsOf(db, personId).filter(({ status }) => status !== 'cancelled');
  let hasNew = false;
  for (const listed of person.appointments) {
    const { plannedDose, startsAt, centre } = listed;
    const productId = productOfDate(station, listed);
    const booked = dates.find(
      (date) => date.planned_dose === plannedDose && isSameSeries(date.product_id, productId),
    );
    if (!booked) hasNew = true;
    else if (booked.starts_at !== startsAt || booked.centre !== (centre ?? null))
      return { verdict: 'changed', faults: [rowFault('dose-already-booked')] };
  }
  return { verdict: hasNew ? 'extend' : 'unchanged' };
}

function personOfTakenDate({ db }: Writes, { appointments }: ImportedPerson): PersonId | undefined {
  for (const { externalId } of appointments) {
    const owner = externalId === undefined ? undefined : appointmentByExternalId(db, externalId)?.person_id;
    if (owner !== undefined) return owner;
  }
  return undefined;
}

const MOST_LIKELY = 5;

function likelyHere({ db }: Writes, { details }: ImportedPerson): PersonId[] {
  const name = searchKeyOf(details);
  return namesBornOn(db, details.birthDate)
    .filter(({ search_key }) => namesAreLikelySame(search_key, name))
    .slice(0, MOST_LIKELY)
    .map(({ person_id }) => person_id);
}

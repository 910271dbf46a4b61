import { closedRecordFault } from '../../domain/import/closed-record-fault.ts';
import { correctedDetails } from '../../domain/import/corrected-details.ts';
import { dateHere, isSameDate } from '../../domain/import/date-here.ts';
import type { ImportedPerson } from '../../domain/import/imported-person.ts';
import { sameDetails } from '../../domain/import/imported-person.ts';
import { isSomebodyElse } from '../../domain/import/likely-same.ts';
import { type RowFault, rowFault } from '../../domain/import/row-fault.ts';
import { SeenPeople } from '../../domain/import/seen-people.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import { insuranceKeyOf, searchKeyOf } from '../../domain/people/search-key.ts';
import type { Writes } from '../context.ts';
import { appointmentsOf } from '../store/tables/appointments/appointments.ts';
import { isClosedDay } from '../store/tables/appointments/slots.ts';
import {
  type ImportRow,
  type RowVerdict,
  rowsAfter,
  setVerdict,
  stagedRow,
} from '../store/tables/import/imports.ts';
import { personById, personIdByAnyId } from '../store/tables/people/people.ts';
import { dateOfRow } from './date-of-row.ts';
import { withDosesBefore } from './doses-before.ts';
import { noteReached } from './import-job.ts';
import { likelyHere } from './likely-here.ts';
import { NumbersOfDates } from './numbers-of-dates.ts';
import { PartlyBorn } from './partly-born.ts';
import { productOfDate } from './row-context-of.ts';
import type { RowData } from './staged-row.ts';

/** So few at once that a step stays far below what anybody at the desk would notice. */
const STEP_ROWS = 100;

/**
 * Holds every staged row against the people who are here and against the rows before it. Answers a step to repeat
 * until it answers false; nothing outside of the staging area is changed. A step that failed may be repeated: no row is
 * held against itself. After another start the rows up to `checkedUpTo` are only looked at again, for those behind them
 * are held against them.
 */
export function rowChecker(
  station: Writes,
  importId: string,
  { checkedUpTo = 0, onRow }: { checkedUpTo?: number; onRow: (row: number, noted: number) => void },
): () => boolean {
  const seen = new Seen();
  let after = 0;
  /** What was evaluated and is not written: of a step that a fault stopped, to be gone on with. */
  let checked: Checked[] = [];
  let evaluatedUpTo = 0;
  return () => {
    const rows = rowsAfter(station.db, importId, after, STEP_ROWS);
    const last = rows.at(-1)?.row ?? after;
    station.db.transact(() => {
      seen.partlyBorn.lookAgain(station.db);
      for (const row of rows) {
        if (row.row <= evaluatedUpTo) continue;
        if (row.row <= checkedUpTo) {
          lookAgain(station, row, seen);
          continue;
        }
        if (row.verdict === 'add') checked.push(...check(station, importId, row, { seen, checked }));
        evaluatedUpTo = row.row;
      }
      for (const { row, verdict, data } of checked) setVerdict(station.db, importId, row, verdict, data);
      if (last > checkedUpTo) noteReached(station.db, importId, { checkedUpTo: last });
    });
    checked = [];
    after = last;
    onRow(after, seen.noted);
    return rows.length > 0;
  };
}

interface Checked {
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly data: string;
}

/** The rows before: whom each number named first, and who they were. */
class Seen {
  readonly byId = new Map<string, { readonly row: number; readonly name: string }>();
  readonly people = new SeenPeople();
  readonly numbersOfDates = new NumbersOfDates();
  /** Not of the rows, but of who is here. */
  readonly partlyBorn = new PartlyBorn();
  readonly closedDays = new Map<PlainDate, boolean>();
  /** How many rows are taken over with something to be told. */
  noted = 0;
}

/** A row and the name in it, folded: made once, for it takes longer than most of what is asked by it. */
interface Named {
  readonly row: number;
  readonly name: string;
}

interface Evaluated {
  readonly verdict: RowVerdict;
  readonly faults?: readonly RowFault[];
  readonly likely?: RowData['likely'];
  /** Without a number that is somebody else's. */
  readonly person?: ImportedPerson;
  /** The row of this list that named the same person first. */
  readonly firstRow?: number;
}

/** Whatever reads the store comes before what is remembered of the row: read in vain it is as if it had not come. */
function check(
  station: Writes,
  importId: string,
  { row, data }: ImportRow,
  { seen, checked }: { readonly seen: Seen; readonly checked: readonly Checked[] },
): Checked[] {
  const staged = JSON.parse(data) as RowData;
  if (!staged.person) return [];
  const { person, notes: ofNumbers } = seen.numbersOfDates.ownOf(station, staged.person);
  const notes = [...ofNumbers, ...notesOf(station, person, seen)];
  const evaluated = evaluateRow(station, row, person, seen);
  if (isNoted(evaluated, notes, person)) seen.noted += 1;
  if (evaluated.verdict === 'add' && notes.length === 0 && person === staged.person) return [];
  const { verdict, firstRow, ...rest } = evaluated;
  const why = notes.length > 0 ? { ...rest, notes } : rest;
  const own = { row, verdict, data: JSON.stringify({ ...staged, person, ...why }) };
  if (verdict !== 'extend' || firstRow === undefined) return [own];
  const before =
    checked.findLast((each) => each.row === firstRow) ?? stagedRow(station.db, importId, firstRow);
  const lent = before && withDosesBefore(JSON.parse(before.data) as RowData, person);
  return lent ? [own, { row: firstRow, verdict: before.verdict, data: JSON.stringify(lent) }] : [own];
}

/** A row whose verdict stands, for those behind it; what is told of it is taken as it was found. */
function lookAgain(station: Writes, { row, verdict, data }: ImportRow, seen: Seen): void {
  const { person, notes = [] } = JSON.parse(data) as RowData;
  if (!person || verdict === 'joined') return;
  seen.numbersOfDates.lookAgain(person);
  evaluateRow(station, row, person, seen);
  if (isNoted({ verdict }, notes, person)) seen.noted += 1;
}

/** Whether something is to be told of a row that needs nobody's decision. */
function isNoted(
  { verdict }: Evaluated,
  notes: readonly RowFault[],
  { leftOut = [] }: ImportedPerson,
): boolean {
  // Of somebody who is known nothing else may be new than the date that was not taken.
  if (verdict === 'unchanged') return leftOut.some(({ reason }) => withoutDate.has(reason));
  return (verdict === 'add' || verdict === 'extend') && notes.length + leftOut.length > 0;
}

const withoutDate: ReadonlySet<RowFault['reason']> = new Set([
  'dose-not-named',
  'dose-unreadable',
  'product-unknown',
  'booking-off',
]);

/** Dates here on a day that is closed: they stand, but nobody may be there. */
function notesOf({ db }: Writes, { appointments }: ImportedPerson, { closedDays }: Seen): RowFault[] {
  return appointments.flatMap(({ day, centre }) => {
    if (centre !== undefined) return [];
    const isClosed = closedDays.get(day) ?? isClosedDay(db, day);
    closedDays.set(day, isClosed);
    return isClosed ? [rowFault('day-closed', 'appointmentAt', day)] : [];
  });
}

function evaluateRow(station: Writes, row: number, person: ImportedPerson, seen: Seen): Evaluated {
  const { externalId, details } = person;
  const knownId = externalId === undefined ? undefined : personIdByAnyId(station.db, externalId);
  const name = searchKeyOf(details);
  const born = `${details.birthDate} ${name}`;
  // Our own id and the number of the other system may name one person.
  const id = knownId ?? externalId;
  const before = id === undefined ? undefined : seen.byId.get(id);
  const earlier = before?.row === row ? undefined : before;
  if (earlier && earlier.name !== born)
    return differentBefore(station, { row, name }, person, earlier.row, seen);
  const known = knownId && personById(station.db, knownId);
  if (known?.status === 'registered' && isSomebodyElse(known.details, details))
    return somebodyElse(station, known.personId, person, seen);
  if (id !== undefined) seen.byId.set(id, earlier ?? { row, name: born });
  const first = earlier ? { firstRow: earlier.row } : {};
  if (knownId) return { ...evaluateKnown(station, knownId, person), ...first };
  if (earlier !== undefined) return { verdict: 'extend', ...first };
  return evaluateUnknown(station, { row, name }, person, seen);
}

/** Nobody here has the number: somebody new, unless they are likely here or in a row before. */
function evaluateUnknown(
  station: Writes,
  { row, name }: Named,
  { details }: ImportedPerson,
  seen: Seen,
): Evaluated {
  const insurance = details.insuranceNumber ? insuranceKeyOf(details.insuranceNumber) : '';
  const { personIds, faults } = likelyHere(station.db, details, seen.partlyBorn, name);
  const sameRow = seen.people.rowOf(row, details.birthDate, name, insurance);
  if (personIds.length === 0 && sameRow === undefined) return { verdict: 'add' };
  return {
    verdict: 'duplicate',
    likely: { personIds, ...(sameRow === undefined ? {} : { row: sameRow }) },
    ...(faults.length > 0 ? { faults } : {}),
  };
}

/** A row before named somebody else by that number: it says nothing of this one, who is asked for without it. */
function differentBefore(
  station: Writes,
  { row, name }: Named,
  { externalId, ...person }: ImportedPerson,
  earlierRow: number,
  seen: Seen,
): Evaluated {
  const { likely } = evaluateUnknown(station, { row, name }, person, seen);
  return {
    verdict: 'duplicate',
    person,
    likely: { personIds: likely?.personIds ?? [], row: likely?.row ?? earlierRow },
    faults: [rowFault('same-id-differs', 'externalId', externalId)],
  };
}

/** Known under the number is another person: it says nothing of this one, who is asked for without it. */
function somebodyElse(
  { db }: Writes,
  knownId: PersonId,
  { externalId, ...person }: ImportedPerson,
  { partlyBorn }: Seen,
): Evaluated {
  const { personIds } = likelyHere(db, person.details, partlyBorn);
  return {
    verdict: 'duplicate',
    person,
    likely: { personIds: [...new Set([...personIds, knownId])] },
    faults: [rowFault('number-of-somebody-else', 'externalId', externalId)],
  };
}

/** Known by the number of the other system: what is new in the row, if anything. */
export function evaluateKnown(station: Writes, personId: PersonId, person: ImportedPerson): Evaluated {
  const { db } = station;
  const known = personById(db, personId);
  if (known?.status !== 'registered')
    return { verdict: 'refused', faults: [closedRecordFault(known?.status ?? 'unknown')] };
  if (!sameDetails(known.details, correctedDetails(known.details, person)))
    return { verdict: 'changed', faults: [rowFault('changed-here')] };
  const dates = appointmentsOf(db, personId).map(dateOfRow);
  let hasNew = false;
  for (const listed of person.appointments) {
    const here = dateHere(dates, listed, productOfDate(station, listed));
    if (!here) hasNew = true;
    else if (!isSameDate(here, listed))
      return { verdict: 'changed', faults: [rowFault('dose-already-booked')] };
  }
  return { verdict: hasNew ? 'extend' : 'unchanged' };
}

import { checkAppointments } from '../../domain/import/check-appointments.ts';
import type { ImportedAppointment, ImportedPerson } from '../../domain/import/imported-person.ts';
import { type RowFault, rowFault } from '../../domain/import/row-fault.ts';
import type { Writes } from '../context.ts';
import { appointmentsOf } from '../store/tables/appointments/appointments.ts';
import { type ImportRow, rowsAfter, setVerdict, stagedRow } from '../store/tables/import/imports.ts';
import { personIdByAnyId } from '../store/tables/people/people.ts';
import { noteReached } from './import-job.ts';
import { NewestEntries } from './newest-entries.ts';
import { PatientsOfBundle } from './patients-of-bundle.ts';
import { rowContextOf } from './row-context-of.ts';
import type { RowData } from './staged-row.ts';

const STEP_ROWS = 25;

/**
 * Gives every Appointment of a bundle to its Patient, once the whole file is read: they come in any order. Answers a
 * step to repeat until it answers false; after another start it goes on behind the last row that was joined, for a date
 * that is joined twice would be two.
 */
export function appointmentJoiner(station: Writes, importId: string, joinedUpTo = 0): () => boolean {
  const patients = new PatientsOfBundle();
  const newest = new NewestEntries();
  const look = pass(station, importId, { each: ({ data }) => newest.add(JSON.parse(data) as RowData) });
  const read = pass(station, importId, {
    each: ({ row, data }) => {
      const told = JSON.parse(data) as RowData;
      if (newest.isReplaced(told)) setVerdict(station.db, importId, row, 'refused', replaced(told));
      const { references, date } = told;
      if (references !== undefined && date === undefined && newest.saysWho(told))
        patients.add(row, references);
    },
  });
  const join = pass(station, importId, {
    after: joinedUpTo,
    each: (row) => {
      if (row.verdict === 'joined') joinRow(station, importId, row, patients);
    },
    reached: (row) => noteReached(station.db, importId, { joinedUpTo: row }),
  });
  return () => look() || read() || join();
}

/** Nothing of an entry counts that is not the newest of its resource. */
function replaced({ person: _, date: __, likely: ___, notes: ____, ...data }: RowData): string {
  return JSON.stringify({ ...data, faults: [rowFault('record-replaced')] });
}

interface Pass {
  readonly after?: number;
  readonly each: (row: ImportRow) => void;
  /** Told in the transaction of the rows up to that one. */
  readonly reached?: (row: number) => void;
}

function pass(station: Writes, importId: string, { after: first = 0, each, reached }: Pass): () => boolean {
  let after = first;
  return () => {
    const rows = rowsAfter(station.db, importId, after, STEP_ROWS);
    const last = rows.at(-1)?.row;
    if (last === undefined) return false;
    station.db.transact(() => {
      for (const row of rows) each(row);
      reached?.(last);
    });
    after = last;
    return true;
  };
}

function joinRow(station: Writes, importId: string, row: ImportRow, patients: PatientsOfBundle): void {
  const data = JSON.parse(row.data) as RowData;
  const patientRow = (data.references ?? [])
    .map((reference) => patients.rowOf(reference))
    .find((found) => found !== undefined);
  const patient = patientRow === undefined ? undefined : stagedRow(station.db, importId, patientRow);
  const joined = joinedWith(station, patient, data);
  if ('reason' in joined || !patient) {
    const faults = 'reason' in joined ? [joined] : [];
    setVerdict(station.db, importId, row.row, 'refused', JSON.stringify({ ...data, faults }));
  } else setVerdict(station.db, importId, patient.row, patient.verdict, JSON.stringify(joined));
}

/** What is staged of the patient with the date added, or why it cannot be. */
function joinedWith(station: Writes, patient: ImportRow | undefined, { date }: RowData): RowData | RowFault {
  const data = patient && (JSON.parse(patient.data) as RowData);
  if (data && !data.person) return rowFault('patient-refused');
  if (!data?.person || !date) return rowFault('patient-missing');
  const person = withDate(data.person, date);
  if ('reason' in person) return person;
  if (dateIsHere(station, person, date)) return { ...data, person };
  const [fault] = checkAppointments(person.appointments, person.details.birthDate, rowContextOf(station));
  return fault ?? { ...data, person };
}

/** The dose that a date names, or the next one of the person. */
function withDate(person: ImportedPerson, date: NonNullable<RowData['date']>): ImportedPerson | RowFault {
  const sameVaccine = person.appointments.filter(({ productId }) => productId === date.productId);
  const plannedDose = date.plannedDose ?? sameVaccine.length + 1;
  if (
    person.appointments.some(
      (other) => other.plannedDose === plannedDose && other.productId === date.productId,
    )
  )
    return rowFault('dose-already-booked', 'plannedDose', String(plannedDose));
  const appointment: ImportedAppointment = { ...date, plannedDose };
  const appointments = [...person.appointments, appointment].sort(
    (one, other) => one.plannedDose - other.plannedDose,
  );
  return { ...person, appointments };
}

/** A date that is booked here already may lie in the past: nothing is booked for it. */
function dateIsHere(
  { db }: Writes,
  { externalId }: ImportedPerson,
  { startsAt }: NonNullable<RowData['date']>,
): boolean {
  const personId = externalId === undefined ? undefined : personIdByAnyId(db, externalId);
  return personId !== undefined && appointmentsOf(db, personId).some((date) => date.starts_at === startsAt);
}

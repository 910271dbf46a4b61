import type { ImportedAppointment, ImportedPerson } from '../../domain/import/imported-person.ts';
import type { RowFault } from '../../domain/import/row-fault.ts';
import type { EntryMark } from '../../interchange/fhir/bundle-history.ts';
import type { RowVerdict } from '../store/tables/import/imports.ts';

/** What the staging area holds of one row, as JSON. */
export interface RowData {
  /** As it stands in the file: what goes back into the file of the rows that were not taken over. */
  readonly cells: readonly string[];
  readonly person?: ImportedPerson;
  readonly faults?: readonly RowFault[];
  /** What somebody should know of a row that is taken over all the same. */
  readonly notes?: readonly RowFault[];
  /** Who this may be: people here by id, or an earlier row of the file. */
  readonly likely?: { readonly personIds: readonly string[]; readonly row?: number };
  /** How other entries of a FHIR bundle name this patient; or whom this appointment may be about, the surest first. */
  readonly references?: readonly string[];
  /** Which entry of a bundle it is of, counted from 1, and what that says of itself. */
  readonly entry?: { readonly place: number; readonly mark: EntryMark };
  /** The date of a FHIR Appointment, until it is given to its Patient. */
  readonly date?: Omit<ImportedAppointment, 'plannedDose'> & { readonly plannedDose?: number };
}

export interface StagedRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly data: RowData;
}

/** Reads a file piece by piece. */
export interface RowReader {
  push(bytes: Uint8Array): Iterable<StagedRow>;
  end(): Iterable<StagedRow>;
  /** Known once the first piece was read. */
  header(): readonly string[];
}

import type { EventOf } from '../kernel/event.ts';
import type { PersonId } from '../kernel/ids.ts';

/** What became of the rows of one file: they add up to `rows`. */
export interface ImportCounts {
  readonly rows: number;
  /** People registered. */
  readonly added: number;
  /** Known people who got what was new in the row, a further date for instance. */
  readonly extended: number;
  /** Known already, and nothing new. */
  readonly unchanged: number;
  /** Known already, and corrected by a row that somebody chose to take. */
  readonly corrected: number;
  /** Known already under that number, but with other details: left as they are, and listed. */
  readonly changed: number;
  /** Likely somebody who is here already: left out, and listed. */
  readonly duplicates: number;
  readonly refused: number;
  /** Entries that became part of another row: the appointments of a FHIR bundle. */
  readonly joined: number;
  /** Empty rows. */
  readonly skipped: number;
}

interface ListFacts {
  readonly importId: string;
  readonly format: 'csv' | 'fhir';
  readonly counts: ImportCounts;
}

/** A list was taken over as a whole. In the centre's stream. Version 1 could not have corrected records. */
export type PeopleImported = EventOf<
  'PeopleImported',
  2,
  ListFacts & { readonly appointments: number; readonly passes: number }
>;

/** An import was stopped while it was written, and what it had written was taken back. In the centre's stream. */
export type ImportTakenBack = EventOf<
  'ImportTakenBack',
  2,
  ListFacts & {
    readonly withdrawn: number;
    /** People whom the desk had used in the meantime, and who were known before: they stay. */
    readonly kept: number;
  }
>;

/**
 * A registration by an import that was stopped is taken back, in the person's stream: they were never here, their
 * number is free again. What the log holds of them is unreadable once their key is destroyed.
 */
export type RegistrationWithdrawn = EventOf<
  'RegistrationWithdrawn',
  1,
  { readonly personId: PersonId; readonly importId: string }
>;

export type ImportEvent = PeopleImported | ImportTakenBack | RegistrationWithdrawn;

import type { ImportCounts } from '../../../../domain/import/events.ts';
import type { PersonId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';
import { noteTracesLeft } from '../../traces-left.ts';

/** Where an import stands. `reading`, `checking` and `ready` have changed nothing outside of the staging area. */
export type ImportState =
  | 'reading'
  | 'checking'
  | 'ready'
  | 'writing'
  | 'taking-back'
  | 'done'
  | 'taken-back';

export interface ImportJobRow {
  readonly import_id: string;
  readonly state: ImportState;
  readonly file_name: string;
  readonly format: 'csv' | 'fhir';
  readonly actor: string;
  readonly began_at: Instant;
  /** The header of the file as JSON, for the file of the rows that were not taken over. */
  readonly header: string;
  readonly options: string;
  /** Rows up to this one are in the log. Moves in the same transaction as they. */
  readonly written_up_to: number;
}

/** What is decided about one row. `add` and `extend` will be written; `corrected` was, as chosen; `joined` became part of another row. */
export type RowVerdict =
  | 'add'
  | 'extend'
  | 'unchanged'
  | 'changed'
  | 'corrected'
  | 'duplicate'
  | 'refused'
  | 'skipped'
  | 'joined';

export interface ImportRow {
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly person_id: PersonId | null;
  readonly data: string;
  /** A `RowChoice` as JSON; null where nobody chose. */
  readonly choice: string | null;
}

export function importJob(db: ReadableDb): ImportJobRow | undefined {
  return db.first<ImportJobRow>('SELECT * FROM import_job ORDER BY began_at DESC LIMIT 1');
}

/** Begins a new staging area; what was left of an earlier one goes. */
export function beginImportJob(db: WritableDb, job: Omit<ImportJobRow, 'written_up_to' | 'state'>): void {
  db.run('DELETE FROM import_job');
  db.run(
    `INSERT INTO import_job (import_id, state, file_name, format, actor, began_at, header, options)
      VALUES (?, 'reading', ?, ?, ?, ?, ?, ?)`,
    job.import_id,
    job.file_name,
    job.format,
    job.actor,
    job.began_at,
    job.header,
    job.options,
  );
}

export function setImportState(db: WritableDb, importId: string, state: ImportState): void {
  db.run('UPDATE import_job SET state = ? WHERE import_id = ?', state, importId);
}

export function setImportHeader(db: WritableDb, importId: string, header: string): void {
  db.run('UPDATE import_job SET header = ? WHERE import_id = ?', header, importId);
}

export function setImportOptions(db: WritableDb, importId: string, options: string): void {
  db.run('UPDATE import_job SET options = ? WHERE import_id = ?', options, importId);
}

export function setWrittenUpTo(db: WritableDb, importId: string, row: number, options: string): void {
  db.run('UPDATE import_job SET written_up_to = ?, options = ? WHERE import_id = ?', row, options, importId);
}

export function removeImportJob(db: WritableDb): void {
  noteTracesLeft(db);
  db.run('DELETE FROM import_job');
}

export function stageRow(db: WritableDb, importId: string, row: Omit<ImportRow, 'choice'>): void {
  db.run(
    'INSERT INTO import_row (import_id, row, verdict, person_id, data) VALUES (?, ?, ?, ?, ?)',
    importId,
    row.row,
    row.verdict,
    row.person_id,
    row.data,
  );
}

export function setVerdict(
  db: WritableDb,
  importId: string,
  row: number,
  verdict: RowVerdict,
  data: string,
): void {
  db.run(
    'UPDATE import_row SET verdict = ?, data = ? WHERE import_id = ? AND row = ?',
    verdict,
    data,
    importId,
    row,
  );
}

/** Keeps what was chosen for one row, or with a verdict for every row of that kind. */
export function chooseRow(db: WritableDb, importId: string, row: number, choice: string | null): void {
  db.run('UPDATE import_row SET choice = ? WHERE import_id = ? AND row = ?', choice, importId, row);
}

export function chooseAllRows(
  db: WritableDb,
  importId: string,
  verdict: RowVerdict,
  choice: string | null,
): void {
  db.run('UPDATE import_row SET choice = ? WHERE import_id = ? AND verdict = ?', choice, importId, verdict);
}

export function countChosen(db: ReadableDb, importId: string): number {
  const row = db.first<{ count: number }>(
    `SELECT count(*) AS count FROM import_row
      WHERE import_id = ? AND verdict IN ('changed', 'duplicate') AND choice IS NOT NULL`,
    importId,
  );
  return row?.count ?? 0;
}

export function stagedRow(db: ReadableDb, importId: string, row: number): ImportRow | undefined {
  return db.first<ImportRow>('SELECT * FROM import_row WHERE import_id = ? AND row = ?', importId, row);
}

/** The next rows of any verdict, in the order of the file. */
export function rowsAfter(db: ReadableDb, importId: string, after: number, most: number): ImportRow[] {
  return db.all<ImportRow>(
    'SELECT * FROM import_row WHERE import_id = ? AND row > ? ORDER BY row LIMIT ?',
    importId,
    after,
    most,
  );
}

/** Rows up to this one, the last first. */
export function rowsUpTo(db: ReadableDb, importId: string, upTo: number, most: number): ImportRow[] {
  return db.all<ImportRow>(
    'SELECT * FROM import_row WHERE import_id = ? AND row <= ? ORDER BY row DESC LIMIT ?',
    importId,
    upTo,
    most,
  );
}

export function rowsOfVerdict(
  db: ReadableDb,
  importId: string,
  verdict: RowVerdict,
  after: number,
  most: number,
): ImportRow[] {
  return db.all<ImportRow>(
    'SELECT * FROM import_row WHERE import_id = ? AND verdict = ? AND row > ? ORDER BY row LIMIT ?',
    importId,
    verdict,
    after,
    most,
  );
}

export function countVerdicts(db: ReadableDb, importId: string): ImportCounts {
  const found = new Map(
    db
      .all<{ verdict: RowVerdict; count: number }>(
        'SELECT verdict, count(*) AS count FROM import_row WHERE import_id = ? GROUP BY verdict',
        importId,
      )
      .map(({ verdict, count }) => [verdict, count]),
  );
  const of = (verdict: RowVerdict) => found.get(verdict) ?? 0;
  return {
    rows: [...found.values()].reduce((sum, count) => sum + count, 0),
    added: of('add'),
    extended: of('extend'),
    unchanged: of('unchanged'),
    corrected: of('corrected'),
    changed: of('changed'),
    duplicates: of('duplicate'),
    refused: of('refused'),
    skipped: of('skipped'),
    joined: of('joined'),
  };
}

const isPlain = `AND (verdict NOT IN ('add', 'extend') OR (instr(data, '"leftOut":') = 0 AND instr(data, '"notes":') = 0))
  AND (verdict <> 'unchanged' OR instr(data, '"reason":"dose-not-named"') = 0)`;

/** Clears so many rows of the staging area; answers whether there were any. Kept are rows not taken over, and with `noted` those with something to be told. */
export function clearRows(
  db: WritableDb,
  keeps: 'nothing' | 'listed' | 'noted',
  keepImportId: string | undefined,
  most: number,
): boolean {
  const { changes } =
    keeps !== 'nothing'
      ? db.run(
          `DELETE FROM import_row WHERE (import_id, row) IN (SELECT import_id, row FROM import_row
          WHERE import_id = ? AND verdict IN ('add', 'extend', 'corrected', 'unchanged', 'skipped', 'joined')
            ${keeps === 'noted' ? isPlain : ''} LIMIT ?)`,
          keepImportId ?? '',
          most,
        )
      : db.run(
          `DELETE FROM import_row WHERE (import_id, row) IN (SELECT import_id, row FROM import_row
          WHERE import_id <> ? LIMIT ?)`,
          keepImportId ?? '',
          most,
        );
  return changes > 0;
}

export interface ImportRunRow {
  readonly import_id: string;
  readonly state: 'done' | 'taken-back';
  readonly format: 'csv' | 'fhir';
  readonly actor: string;
  readonly finished_at: Instant;
  readonly counts: string;
}

export function importRuns(db: ReadableDb, most: number): ImportRunRow[] {
  return db.all<ImportRunRow>('SELECT * FROM import_run ORDER BY finished_at DESC LIMIT ?', most);
}

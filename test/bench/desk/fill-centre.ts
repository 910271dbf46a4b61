import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { personRow } from '../../../domain/projections/person-projection.ts';
import type { WritableDb } from '../../../main/store/database.ts';
import { applyChanges } from '../../../main/store/projections/apply-changes.ts';
import { remakeEntries } from '../../../main/store/search/search-entries.ts';

export interface FilledCentre {
  readonly passIds: readonly string[];
  /** Folded, family name first. */
  readonly names: readonly string[];
  /** Birth dates of the same people, in the same order. */
  readonly birthDates: readonly string[];
}

const DAYS = 500;

/**
 * Fills the read models as a log of that many people would have (two dates each, a pass, every second one a dose).
 * The log itself is left out: nothing that is measured here reads it.
 */
export function fillCentre(db: WritableDb, people: number, firstDay: PlainDate): FilledCentre {
  const passIds: string[] = [];
  const names: string[] = [];
  const birthDates: string[] = [];
  indexedAfterwards(db, () => {
    for (let i = 0; i < people; i++) {
      const person = addPerson(db, i, firstDay);
      if (i % 97 === 0) passIds.push(person.passId);
      if (i % 89 !== 0) continue;
      names.push(person.searchKey);
      birthDates.push(person.birthDate);
    }
  });
  return { passIds, names, birthDates };
}

/** Does the work without the indexes of the filled tables and makes them again: minutes become seconds. */
function indexedAfterwards(db: WritableDb, work: () => void): void {
  const indexes = db.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_master
      WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('person', 'appointment', 'pass')`,
  );
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  remakeEntries(db, work);
  for (const { sql } of indexes) db.exec(sql);
}

function addPerson(
  db: WritableDb,
  i: number,
  firstDay: PlainDate,
): {
  passId: string;
  searchKey: string;
  birthDate: string;
} {
  const givenName = syllables(i * 7 + 3, 2);
  const familyName = syllables(i * 13 + 5, 3);
  const birthDate = addDays('1930-01-01' as PlainDate, (i * 37) % 29_000);
  const personId = `person-${mixed(i)}`;
  const passId = `${mixed(i + 1)}${mixed(i + 2)}`.slice(0, 20).toUpperCase();
  const row = personRow(personId, {
    givenName,
    familyName,
    birthDate: birthDate as string as BirthDate,
    language: 'de',
    phone: `0170 ${String(i).padStart(7, '0')}`,
  });
  applyChanges(db, [{ op: 'put', table: 'person', row }]);
  const day = addDays(firstDay, (i * 11) % DAYS);
  for (const dose of [1, 2]) addDate(db, personId, i, dose, dose === 1 ? day : addDays(day, 24));
  db.run(
    `INSERT INTO pass (pass_id, person_id, key_id, template_id, template_version, revision, dose_count,
      updated_at, status) VALUES (?, ?, 1, 'standard', 1, 0, 0, ?, 'valid')`,
    passId,
    personId,
    `${day}T08:00:00.000Z`,
  );
  return { passId, searchKey: String(row.search_key), birthDate };
}

function addDate(db: WritableDb, personId: string, i: number, dose: number, day: PlainDate): void {
  const minute = String((i * 5) % 60).padStart(2, '0');
  const hour = String(7 + (i % 10)).padStart(2, '0');
  db.run(
    `INSERT INTO appointment (appointment_id, person_id, product_id, planned_dose, starts_at, day,
      duration_minutes, status) VALUES (?, ?, 'comirnaty', ?, ?, ?, 5, 'booked')`,
    `date-${dose}-${mixed(i)}`,
    personId,
    dose,
    `${day}T${hour}:${minute}:00.000Z`,
    day,
  );
}

/** Spreads neighbours over the whole range, as random ids are: 20 hex digits. */
function mixed(i: number): string {
  const high = Math.imul(i ^ 0x5bd1e995, 0x9e3779b1) >>> 0;
  const low = Math.imul(high ^ i, 0x85ebca6b) >>> 0;
  return `${high.toString(16).padStart(8, '0')}${low.toString(16).padStart(8, '0')}${i.toString(16).padStart(4, '0')}`;
}

const parts = [
  'ma',
  'le',
  'ri',
  'so',
  'ba',
  'ne',
  'ko',
  'ti',
  'schu',
  'wei',
  'gro',
  'hein',
  'mei',
  'ler',
  'er',
  'an',
];

function syllables(seed: number, count: number): string {
  let name = '';
  let rest = Math.imul(seed, 2654435761) >>> 0;
  for (let i = 0; i < count; i++) {
    name += parts[rest % parts.length];
    rest = Math.floor(rest / parts.length);
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

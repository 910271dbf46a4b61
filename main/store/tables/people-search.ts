import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import type { ReadableDb } from '../database.ts';

/** A row as the search scores it. */
export interface SearchRow {
  readonly person_id: PersonId;
  readonly status: 'registered' | 'restricted';
  readonly given_name: string;
  readonly family_name: string;
  readonly birth_date: PersonDetails['birthDate'];
  readonly search_key: string;
  readonly given_key: string;
  readonly second_family_key: string;
  readonly second_given_key: string;
  readonly phone_key: string;
  readonly email_key: string;
  readonly insurance_key: string;
}

/** Columns that have an index; those but the first leave out empty keys. */
export type SearchKey =
  | 'search_key'
  | 'given_key'
  | 'second_family_key'
  | 'second_given_key'
  | 'sound_key'
  | 'phone_key'
  | 'email_key'
  | 'insurance_key'
  | 'birth_date';

const columns = `person_id, status, given_name, family_name, birth_date, search_key, given_key,
  second_family_key, second_given_key, phone_key, email_key, insurance_key`;
const isFilled: Readonly<Partial<Record<SearchKey, string>>> = { search_key: '', birth_date: '' };

/** People whose key begins so, in the order of the key. Column names come from the type, never from data. */
export function peopleByKeyPrefix(db: ReadableDb, key: SearchKey, prefix: string, most: number): SearchRow[] {
  return db.all<SearchRow>(
    `SELECT ${columns} FROM person WHERE ${key} >= ? AND ${key} < ? ${filledOf(key)}
      AND status <> 'erased' ORDER BY ${key} LIMIT ?`,
    prefix,
    `${prefix}\u{10ffff}`,
    most,
  );
}

export function peopleByKey(db: ReadableDb, key: SearchKey, value: string, most: number): SearchRow[] {
  return db.all<SearchRow>(
    `SELECT ${columns} FROM person WHERE ${key} = ? ${filledOf(key)} AND status <> 'erased' LIMIT ?`,
    value,
    most,
  );
}

/**
 * Those of many prefixes that a `search_key` begins with. In order, so that one look into the index answers for all
 * prefixes up to the next key that there is: most spellings are nobody's name.
 */
export function prefixesInUse(db: ReadableDb, prefixes: readonly string[]): string[] {
  const found: string[] = [];
  let nextKey: string | undefined = '';
  for (const prefix of [...prefixes].sort()) {
    if (nextKey < prefix) nextKey = keyFrom(db, prefix);
    if (nextKey === undefined) break;
    if (nextKey.startsWith(prefix)) found.push(prefix);
  }
  return found;
}

function keyFrom(db: ReadableDb, least: string): string | undefined {
  const sql = 'SELECT search_key FROM person WHERE search_key >= ? ORDER BY search_key LIMIT 1';
  return db.first<{ search_key: string }>(sql, least)?.search_key;
}

export function searchRowById(db: ReadableDb, personId: string): SearchRow | undefined {
  return db.first<SearchRow>(
    `SELECT ${columns} FROM person WHERE person_id = ? AND status <> 'erased'`,
    personId,
  );
}

/** An index of filled keys is only used where the question says so too. */
function filledOf(key: SearchKey): string {
  return isFilled[key] ?? `AND ${key} <> ''`;
}

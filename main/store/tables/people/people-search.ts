import type { PersonId } from '../../../../domain/kernel/ids.ts';
import type { BirthDate } from '../../../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../../../domain/people/events.ts';
import type { ReadableDb } from '../../database.ts';
import { entryKinds, type SearchKey } from '../../search/search-entries.ts';

export type { SearchKey } from '../../search/search-entries.ts';

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

const MOST_SAME_NAMED = 10;

const columns = `person_id, status, given_name, family_name, birth_date, search_key, given_key,
  second_family_key, second_given_key, phone_key, email_key, insurance_key`;

/** People whose key begins so, in the order of the key. */
export function peopleByKeyPrefix(db: ReadableDb, key: SearchKey, prefix: string, most: number): SearchRow[] {
  return peopleBetween(db, key, prefix, `${prefix}\u{10ffff}`, most);
}

export function peopleByKey(db: ReadableDb, key: SearchKey, value: string, most: number): SearchRow[] {
  // Behind the birth date of an entry stands the name.
  if (key === 'birth_date') return peopleByKeyPrefix(db, key, `${value} `, most);
  return peopleBetween(db, key, value, value, most);
}

/** Whose key lies between the two, both included. */
function peopleBetween(db: ReadableDb, key: SearchKey, from: string, to: string, most: number): SearchRow[] {
  return db.all<SearchRow>(
    `SELECT ${columns} FROM search_entry e CROSS JOIN person p USING (person_id)
      WHERE e.kind = ? AND e.text BETWEEN ? AND ? AND status IN ('registered', 'restricted') ORDER BY e.text LIMIT ?`,
    entryKinds[key],
    from,
    to,
    most,
  );
}

export interface NameBornOn {
  readonly person_id: PersonId;
  readonly birth_date: BirthDate;
  readonly search_key: string;
}

/** Folded names of everybody whose birth date is one of these, or is known in more detail than one that ends in `-`. */
export function namesBornOn(db: ReadableDb, ...birthDates: readonly string[]): NameBornOn[] {
  const ranges = birthDates.flatMap((date) => {
    const from = date.endsWith('-') ? date : `${date} `;
    return [from, `${from}\u{10ffff}`];
  });
  return db.all(bornOnAny(birthDates.length), ...ranges);
}

const bornOn = `SELECT person_id, substr(text, 1, instr(text, ' ') - 1) AS birth_date,
    substr(text, instr(text, ' ') + 1) AS search_key
  FROM search_entry WHERE kind = ${entryKinds.birth_date} AND text BETWEEN ? AND ?`;
const bornOnOf: string[] = [];

/** Made once for each number of dates: it is asked for every row of a list. */
function bornOnAny(count: number): string {
  bornOnOf[count] ??= Array(count).fill(bornOn).join(' UNION ALL ');
  return bornOnOf[count];
}

/** Who else is registered with exactly this name, in either order, and this birth date; asked at every scan. */
export function sameNamed(db: ReadableDb, personId: PersonId): PersonId[] {
  return db
    .all<{ person_id: PersonId }>(
      `SELECT DISTINCT e.person_id FROM person me
        JOIN search_entry e ON e.kind = ${entryKinds.birth_date}
          AND e.text IN (me.birth_date || ' ' || me.search_key, me.birth_date || ' ' || me.given_key)
        JOIN person other ON other.person_id = e.person_id
        WHERE me.person_id = ? AND e.person_id <> me.person_id AND other.status = 'registered'
        ORDER BY e.person_id LIMIT ${MOST_SAME_NAMED}`,
      personId,
    )
    .map(({ person_id }) => person_id);
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
  const sql = 'SELECT text FROM search_entry WHERE kind = ? AND text >= ? ORDER BY text LIMIT 1';
  return db.first<{ text: string }>(sql, entryKinds.search_key, least)?.text;
}

export function searchRowById(db: ReadableDb, personId: string): SearchRow | undefined {
  return db.first<SearchRow>(
    `SELECT ${columns} FROM person WHERE person_id = ? AND status IN ('registered', 'restricted')`,
    personId,
  );
}

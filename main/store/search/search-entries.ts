import type { ReadableDb, WritableDb } from '../database.ts';

/** What people are found by: a column of `person`, and the number its entries begin with. */
export const entryKinds = {
  search_key: 1,
  given_key: 2,
  second_family_key: 3,
  second_given_key: 4,
  sound_key: 5,
  phone_key: 6,
  email_key: 7,
  insurance_key: 8,
  birth_date: 9,
} as const;
export type SearchKey = keyof typeof entryKinds;

export const searchKeys = Object.keys(entryKinds) as readonly SearchKey[];

/**
 * Does work that brings many people, in one transaction: they are not found until `sortEntries` was called for every
 * key and then `allSorted`. Who is changed or erased before that is kept right all the same.
 */
export function deferIndexing<Value>(db: WritableDb, work: () => Value): Value {
  return db.transact(() => {
    db.run(`UPDATE search_sorting SET mode = 'put-off'`); // as the table calls it since it shipped
    const value = work();
    db.run(`UPDATE search_sorting SET mode = 'at-once'`);
    return value;
  });
}

/** Does work that writes the whole table of people, and makes all entries anew at its end, each kind sorted once. */
export function remakeEntries<Value>(db: WritableDb, work: () => Value): Value {
  return db.transact(() => {
    const triggers = db.all<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' ORDER BY name`,
    );
    for (const { name } of triggers) db.run(`DROP TRIGGER ${name}`);
    const value = work();
    db.run('DELETE FROM search_entry');
    db.run('DELETE FROM person_unsorted');
    for (const key of searchKeys) addEntries(db, key, 'person');
    for (const { sql } of triggers) db.run(sql);
    return value;
  });
}

/** Makes the entries of one key for everybody who waits for it: in their order, so that no page is written twice. */
export function sortEntries(db: WritableDb, key: SearchKey): void {
  addEntries(db, key, 'person_unsorted CROSS JOIN person USING (person_id)');
}

/** The entries of every key are made: nobody waits any more. Call it before anybody else is deferred. */
export function allSorted(db: WritableDb): void {
  db.run('DELETE FROM person_unsorted');
}

/** `sortEntries` for every key and `allSorted` in one: for whoever can wait. */
export function indexDeferred(db: WritableDb): void {
  db.transact(() => {
    if (unsortedPeople(db) === 0) return;
    for (const key of searchKeys) sortEntries(db, key);
    allSorted(db);
  });
}

export function unsortedPeople(db: ReadableDb): number {
  return db.first<{ people: number }>('SELECT count(*) AS people FROM person_unsorted')?.people ?? 0;
}

// Behind a birth date stands the name: those born on a day are compared without looking each of them up.
function addEntries(db: WritableDb, key: SearchKey, people: string): void {
  const text = key === 'birth_date' ? `birth_date || ' ' || search_key` : key;
  db.run(
    `INSERT OR IGNORE INTO search_entry SELECT ${entryKinds[key]}, ${text} AS text, person_id
      FROM ${people} WHERE ${key} <> '' ORDER BY text, person_id`,
  );
}

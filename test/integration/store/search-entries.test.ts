import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { detailColumns, noDetails, personRow } from '../../../domain/projections/person-projection.ts';
import { searchPeople } from '../../../main/queries/people/search-people.ts';
import type { WritableDb } from '../../../main/store/database.ts';
import { applyChanges } from '../../../main/store/projections/apply-changes.ts';
import { rebuildProjections } from '../../../main/store/projections/rebuild-projections.ts';
import {
  allSorted,
  deferIndexing,
  entryKinds,
  indexDeferred,
  type SearchKey,
  searchKeys,
  sortEntries,
  unsortedPeople,
} from '../../../main/store/search/search-entries.ts';
import { namesBornOn, peopleByKey } from '../../../main/store/tables/people/people-search.ts';
import { aPerson, expectPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(() => opened.close());

type Row = Record<SearchKey | 'person_id', string>;

/** What the sorted table must hold, made from the people themselves. */
function entriesDue(db: WritableDb): string[] {
  const rows = db.all<Row>(
    'SELECT * FROM person WHERE person_id NOT IN (SELECT person_id FROM person_unsorted)',
  );
  return rows
    .flatMap((row) =>
      searchKeys
        .filter((key) => row[key] !== '')
        .map((key) => [
          entryKinds[key],
          key === 'birth_date' ? `${row.birth_date} ${row.search_key}` : row[key],
          row.person_id,
        ]),
    )
    .map((entry) => entry.join('|'))
    .sort();
}

function entriesKept(db: WritableDb): string[] {
  return db
    .all<{ kind: number; text: string; person_id: string }>('SELECT * FROM search_entry')
    .map(({ kind, text, person_id }) => [kind, text, person_id].join('|'))
    .sort();
}

const details = fc
  .record({
    givenName: fc.constantFrom('Anna', 'Hans-Peter', 'Zoë'),
    familyName: fc.constantFrom('Berg', 'Müller-Weiß', 'von der Heide'),
    birthDate: fc.constantFrom('1960', '1960-02', '1960-02-03') as fc.Arbitrary<BirthDate>,
    email: fc.constantFrom('a@example.org', 'b@example.org'),
    insuranceNumber: fc.constantFrom('A123456780', 'B123456781'),
  })
  .map((more) => aPerson(more));
const id = fc.constantFrom('one', 'two', 'three', 'four');
const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('come', 'change', 'come-deferred'), id, details }),
  fc.record({ kind: fc.constantFrom('erase', 'go', 'sort-all'), id, details }),
  fc.record({ kind: fc.constant('sort'), id, details, key: fc.constantFrom(...searchKeys) }),
);

test('everybody is found by what they are called now and by nothing else, in whatever order it happens', () => {
  const { db } = opened.station;
  const person_id = (name: string) => ({ person_id: name });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      db.run('DELETE FROM person');
      for (const each of steps) {
        const row = personRow(each.id, each.details);
        if (each.kind === 'come') applyChanges(db, [{ op: 'put', table: 'person', row }]);
        else if (each.kind === 'come-deferred')
          deferIndexing(db, () => applyChanges(db, [{ op: 'put', table: 'person', row }]));
        else if (each.kind === 'change' || each.kind === 'erase')
          applyChanges(db, [
            {
              op: 'set',
              table: 'person',
              where: person_id(each.id),
              set: each.kind === 'erase' ? noDetails : detailColumns(each.details),
            },
          ]);
        else if (each.kind === 'go')
          applyChanges(db, [{ op: 'delete', table: 'person', where: person_id(each.id) }]);
        else if (each.kind === 'sort') sortEntries(db, (each as { key: SearchKey }).key);
        else indexDeferred(db);
      }
      indexDeferred(db);
      expect(entriesKept(db)).toEqual(entriesDue(db));
    }),
    { numRuns: 150 },
  );
});

test('people whose indexing is deferred are found once each kind was sorted, and are known before by their number', () => {
  const { db } = opened.station;
  deferIndexing(db, () =>
    applyChanges(db, [
      { op: 'put', table: 'person', row: personRow('late', aPerson({ familyName: 'Spät' })) },
    ]),
  );
  expect(searchPeople(opened.station, 'Spät')).toEqual([]);
  for (const key of searchKeys) sortEntries(db, key);
  allSorted(db);
  expect(searchPeople(opened.station, 'Spät').map(({ row }) => row.person_id)).toEqual(['late']);
  expect(unsortedPeople(db)).toBe(0);
});

test('whom a killed import left unsorted is found when the centre opens again', async () => {
  const { station, dir } = opened;
  deferIndexing(station.db, () =>
    applyChanges(station.db, [
      { op: 'put', table: 'person', row: personRow('late', aPerson({ familyName: 'Spät' })) },
    ]),
  );
  sortEntries(station.db, 'search_key'); // it came as far as the first kind
  opened.close();
  opened = await openTestStation(dir);
  expect(searchPeople(opened.station, 'Spät').map(({ row }) => row.person_id)).toEqual(['late']);
  expect(entriesKept(opened.station.db)).toEqual(entriesDue(opened.station.db));
});

test('a rebuild makes the same entries again', () => {
  const { station } = opened;
  for (const familyName of ['Berg', 'Müller-Weiß', 'von der Heide'])
    expectPerson(station, aPerson({ familyName }));
  const before = entriesKept(station.db);
  expect(before.length).toBeGreaterThan(9);
  rebuildProjections(station.db);
  expect(entriesKept(station.db)).toEqual(before);
  expectPerson(station, aPerson({ familyName: 'Danach' }));
  expect(searchPeople(station, 'Danach')).toHaveLength(1);
});

test('a transaction that fails leaves nobody deferred and the store as it was', () => {
  const { db } = opened.station;
  const before = entriesKept(db);
  expect(() =>
    deferIndexing(db, () => {
      applyChanges(db, [{ op: 'put', table: 'person', row: personRow('half', aPerson()) }]);
      throw new Error('the machine is out of luck');
    }),
  ).toThrow('out of luck');
  expect(unsortedPeople(db)).toBe(0);
  applyChanges(db, [{ op: 'put', table: 'person', row: personRow('next', aPerson()) }]);
  expect(entriesKept(db).length).toBeGreaterThan(before.length);
  expect(entriesKept(db)).toEqual(entriesDue(db));
});

test('a birth date of a year only is not found among its days', () => {
  const { db } = opened.station;
  for (const birthDate of ['1960', '1960-02', '1960-02-03'] as BirthDate[])
    applyChanges(db, [{ op: 'put', table: 'person', row: personRow(birthDate, aPerson({ birthDate })) }]);
  expect(peopleByKey(db, 'birth_date', '1960', 9).map((row) => row.person_id)).toEqual(['1960']);
  expect(peopleByKey(db, 'birth_date', '1960-02', 9).map((row) => row.person_id)).toEqual(['1960-02']);
  expect(namesBornOn(db, '1960-02-03')).toEqual([
    { person_id: '1960-02-03', birth_date: '1960-02-03', search_key: 'mustermann erika' },
  ]);
});

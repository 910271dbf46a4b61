import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reads } from '../../../main/context.ts';
import { secondRecords } from '../../../main/queries/people/second-records.ts';
import type { SqlValue } from '../../../main/store/database.ts';
import { expectPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeAll(async () => {
  opened = await openTestStation();
});
afterAll(() => opened.close());

interface Asked {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** The same store, which also notes what it is asked. */
function noting({ db }: Reads, asked: Asked[]): Reads['db'] {
  return {
    all: (sql, ...values) => {
      asked.push({ sql, values });
      return db.all(sql, ...values);
    },
    first: (sql, ...values) => {
      asked.push({ sql, values });
      return db.first(sql, ...values);
    },
    each: (sql, ...values) => db.each(sql, ...values),
  };
}

test('whether there is a second record is looked up by indexes: no table is read from end to end', () => {
  const { station } = opened;
  const personId = expectPerson(station);
  expectPerson(station);
  const asked: Asked[] = [];
  const { settings, now } = station;
  const found = secondRecords({ db: noting(station, asked), settings, now }, personId);
  expect(found?.count).toBe(1);
  const steps = asked.flatMap(({ sql, values }) =>
    station.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail),
  );
  expect(steps).toContain('SEARCH e USING PRIMARY KEY (kind=? AND text=?)');
  expect(steps).toContainEqual(expect.stringMatching(/^SEARCH told_apart USING/));
  const scanned = steps.filter((step) => step.startsWith('SCAN '));
  expect(
    scanned.filter((step) => !/^SCAN (json_each|linked|CONSTANT ROW|\d+ CONSTANT ROW)/.test(step)),
  ).toEqual([]);
});

import type { Migration } from './migration.ts';

/** Whom a day is printed and reported for, without reading all doses there ever were. */
export const dosesByDay: Migration = {
  id: 23,
  name: 'doses-by-day',
  sql: 'CREATE INDEX dose_by_day ON dose (given_on);',
};

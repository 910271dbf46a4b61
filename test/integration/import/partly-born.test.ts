import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { correctPerson } from '../../../main/commands/people/correct-person.ts';
import { PartlyBorn } from '../../../main/import/partly-born.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(() => opened.close());

test('who is registered or corrected at the desk while a list is checked is seen by its next rows', () => {
  const { station } = opened;
  const partlyBorn = new PartlyBorn();
  const namesOf = (birthDate: string) =>
    station.db.transact(() => {
      partlyBorn.lookAgain(station.db);
      return partlyBorn.namesOf(station.db, birthDate as BirthDate).map(({ search_key }) => search_key);
    });
  expect(namesOf('1964-08-12')).toEqual([]);
  const details = aPerson({ birthDate: '1964' as BirthDate });
  const personId = expectPerson(station, details);
  expect(namesOf('1964-08-12')).toEqual(['mustermann erika']);
  expect(namesOf('1964-09')).toEqual(['mustermann erika']);
  expect(namesOf('1964')).toEqual([]);
  const corrected = { ...details, birthDate: '1964-08' as BirthDate };
  must(correctPerson(station, 'operator', { personId, why: 'changed', details: corrected }));
  expect(namesOf('1964-08-12')).toEqual(['mustermann erika']);
  expect(namesOf('1964-09-12')).toEqual([]);
});

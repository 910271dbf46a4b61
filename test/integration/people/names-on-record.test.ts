import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { correctPerson } from '../../../main/commands/people/correct-person.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { commit } from '../../../main/commit/commit.ts';
import { exportPeople } from '../../../main/queries/people/export-people.ts';
import { personExport } from '../../../main/queries/people/person-export.ts';
import { personRecord } from '../../../main/queries/people/person-record.ts';
import { searchPeople } from '../../../main/queries/people/search-people.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { aPersonRegistered, personId } from '../../support/events.ts';
import { listImport } from '../../support/list-import.ts';
import { aPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { importAll, counts, peopleHere } = listImport(() => opened.station);

test('a name that would be refused today is still read, found, exported, rebuilt and corrected', () => {
  const { station } = opened;
  const odd = aPerson({ familyName: 'Qqmüller<b>', givenName: 'Ina 🎉' });
  const occurredAt = station.now();
  commit(station, [{ stream: personId, actor: 'operator', occurredAt, event: aPersonRegistered(odd) }]);
  expect(must(personRecord(station, personId, ['reception'])).details).toEqual(odd);
  expect(searchPeople(station, 'Qqmüller').map(({ row }) => row.person_id)).toEqual([personId]);
  expect(JSON.stringify(must(personExport(station, personId, ['site-lead'])))).toContain('Qqmüller<b>');
  expect(exportPeople(station, 'csv', '').text).toContain(';Qqmüller<b>;Ina 🎉;');
  const digest = digestOfProjections(station.db);
  rebuildProjections(station.db);
  expect(digestOfProjections(station.db)).toBe(digest);
  const correct = (details: typeof odd) =>
    correctPerson(station, 'operator', { personId, details, why: 'typing-error' });
  must(correct({ ...odd, phone: '0171 5550010' }));
  expect(correct({ ...odd, givenName: 'Ina<i>' })).toMatchObject({ refusal: 'name-not-a-name' });
  must(correct(aPerson({ familyName: 'Müller', givenName: 'Ina' })));
  expect(must(personRecord(station, personId, ['reception'])).details.familyName).toBe('Müller');
});

test('whom the desk registered, its own export brings back as known and unchanged', async () => {
  const { station } = opened;
  for (const [familyName, givenName] of [
    ['D’Angelo', 'Jean 2'],
    ["O'Neill", 'Anna-Lena'],
    ['"Berg"; Ritter', 'J. R. R.'],
    ['الحسيني', 'محمد'],
    ['李', '小龙'],
    ['Suharto', ''],
  ] as const)
    must(
      registerPerson(station, 'operator', { details: aPerson({ familyName, givenName }), source: 'desk' }),
    );
  for (const familyName of ['Dopplerich-<i>Ä😀', 'Qqmüller<b>', 'An\u200bna 🎉'])
    expect(
      registerPerson(station, 'operator', { details: aPerson({ familyName }), source: 'desk' }),
    ).toMatchObject({ ok: false, refusal: 'name-not-a-name' });
  await importAll(exportPeople(station, 'csv', '').text);
  expect(counts()).toMatchObject({ rows: 6, unchanged: 6, refused: 0, changed: 0 });
  expect(peopleHere()).toBe(6);
});

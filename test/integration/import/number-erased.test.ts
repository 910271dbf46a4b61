import { afterEach, beforeEach, expect, test } from 'vitest';
import { idOf, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { personIdByAnyId } from '../../../main/store/tables/people/people.ts';
import { listImport } from '../../support/list-import.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const [number, numberOfDate] = ['K471147114', 'T909090'];
const list = [
  'Patientennummer;Nachname;Vorname;Geburtsdatum;Terminnummer;Termin',
  `${number};Adler;Anna;01.02.1940;${numberOfDate};30.11.2026 09:00`,
].join('\n');
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());
const { importAll, counts } = listImport(() => opened.station);

/** Tables in which that text stands. */
function tablesWith(text: string): string[] {
  const { db } = opened.station;
  const tables = db.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  return tables
    .filter(({ name }) =>
      db
        .all<object>(`SELECT * FROM "${name}"`)
        .some((row) =>
          Object.values(row).some((value) =>
            (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)).includes(text),
          ),
        ),
    )
    .map(({ name }) => name);
}

test('the numbers of a list are in no event, find the person, and are nowhere once the person is erased', async () => {
  await importAll(list);
  const personId = personIdByAnyId(opened.station.db, number) as PersonId;
  expect(tablesWith(number)).toContain('person');
  expect(tablesWith(numberOfDate)).toContain('appointment');
  expect([...tablesWith(number), ...tablesWith(numberOfDate)]).not.toContain('event');
  await importAll(list);
  expect(counts()).toMatchObject({ added: 0, unchanged: 1 });

  must(erasePerson(opened.station, 'operator', { personId, approvedBy: idOf<StaffId>('second') }));
  expect(tablesWith(number)).toEqual([]);
  expect(tablesWith(numberOfDate)).toEqual([]);
  expect(personIdByAnyId(opened.station.db, number)).toBeUndefined();

  await importAll(list);
  expect(counts()).toMatchObject({ added: 1 });
  expect(personIdByAnyId(opened.station.db, number)).not.toBe(personId);
});

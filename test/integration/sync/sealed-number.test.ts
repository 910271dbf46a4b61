import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { exportPeople } from '../../../main/queries/people/export-people.ts';
import { personExport } from '../../../main/queries/people/person-export.ts';
import { externalIdOf, personIdByAnyId } from '../../../main/store/tables/people/people.ts';
import { aHeadquartersWithPasses } from '../../support/connected-centre.ts';
import { asOwner, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';
import { listImport } from '../../support/list-import.ts';

const [number, numberOfDate] = ['KANARIE4711', 'KANARIE0815'];
let headquarters: TestHeadquarters;
let joined: JoinedStation;
let other: JoinedStation;
let personId: PersonId;
const { importAll } = listImport(() => joined.station);

beforeAll(async () => {
  headquarters = await aHeadquartersWithPasses();
  await aCentre(headquarters, 'nord');
  joined = await aJoinedStation(headquarters, 'nord');
  other = await aJoinedStation(headquarters, 'nord');
  await importAll(
    [
      'Patientennummer;Nachname;Vorname;Geburtsdatum;Terminnummer;Termin',
      `${number};Adler;Anna;01.02.1940;${numberOfDate};30.11.2026 09:00`,
    ].join('\n'),
  );
  personId = personIdByAnyId(joined.station.db, number) as PersonId;
  await joined.push();
  await other.pullUntil('the person', () => externalIdOf(other.station.db, personId));
});
afterAll(async () => {
  joined.close();
  other.close();
  await headquarters.close();
});

/** Columns of headquarters' tables, of whatever schema, in which one of the words stands, bytes as they are. */
function columnsWith(...words: string[]): Promise<string[]> {
  return asOwner(headquarters.database.url, async (owner) => {
    const tables = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found = new Set<string>();
    for (const { name } of tables.rows) {
      const { rows } = await owner.query<Record<string, unknown>>(`SELECT * FROM ${name}`);
      for (const row of rows)
        for (const [column, value] of Object.entries(row)) {
          const text = Buffer.isBuffer(value) ? value.toString('latin1') : (JSON.stringify(value) ?? '');
          if (words.some((word) => text.includes(word))) found.add(`${name}.${column}`);
        }
    }
    return [...found];
  });
}

test('the number of a list reaches the other desks of the centre', () => {
  expect(externalIdOf(other.station.db, personId)).toBe(number);
});

test('and is in clear nowhere at headquarters, in no table and no line of the log', async () => {
  // What is there is found: the search is one that can find.
  expect(await columnsWith(personId)).toContain('public.received_event.stream');
  expect(await columnsWith(number, numberOfDate)).toEqual([]);
  expect(await columnsWith(Buffer.from(number).toString('base64').slice(0, 12))).toEqual([]);
  expect(JSON.stringify(headquarters.logged)).not.toContain('KANARIE');
});

test('goes out with no register in FHIR, with vaccinations or without, and with what the person asks for', async () => {
  const { station } = joined;
  for (const withVaccinations of [false, true]) {
    const { text } = exportPeople(station, 'fhir', '', { withVaccinations });
    expect(text).toContain('Adler');
    expect(text).not.toContain('KANARIE');
  }
  const own = JSON.stringify(personExport(station, personId, ['site-lead']));
  expect(own).toContain(number);
  expect(own).toContain(numberOfDate);
});

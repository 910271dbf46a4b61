import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Instant, instantOf } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { csvReader } from '../../../main/import/csv-reader.ts';
import { fhirReader } from '../../../main/import/fhir-reader.ts';
import { lookAtCsv } from '../../../main/import/look-at-csv.ts';
import { rowContextOf } from '../../../main/import/row-context-of.ts';
import type { BeginImport } from '../../../main/import/stage-piece.ts';
import type { Station } from '../../../main/station.ts';
import { bundleOf } from '../../support/list-import.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

const now: Instant = instantOf(Date.parse('2026-11-25T08:00:00Z'));
const importId = '00000000-0000-4000-8000-0000000000ab';
const PEOPLE = 600;
let opened: TestStation;
let other: TestStation;
beforeEach(async () => {
  [opened, other] = [await openTestStation(undefined, now), await openTestStation(undefined, now)];
});
afterEach(() => {
  vi.restoreAllMocks();
  opened.close();
  other.close();
});

const word = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const born = (at: number) => addDays('1940-01-01' as PlainDate, at);

/** Known people, numbers that come twice for the same and for another person, likely duplicates, closed and past dates. */
const rows = Array.from({ length: PEOPLE }, (_, at) => {
  const again = at % 7 === 6 ? at - 5 : at;
  const number = at % 11 === 10 ? `N${at - 4}` : `N${again}`;
  const name = at % 13 === 12 ? `Berg${word(at - 6)}` : `Berg${word(again)}`;
  const birthDate = at % 13 === 12 ? born(at - 6) : born(again);
  // One ticket in five is that of a row long before.
  const ticket = at % 5 === 4 ? `T${at > 250 ? at - 204 : at - 4}` : `T${at}`;
  return `${number};${name};Anna;${birthDate};${at % 3 === 0 ? '2026-11-24 10:00' : '2026-12-03 10:00'};${ticket}`;
});
const csv = Buffer.from(
  [
    'Patientennummer;Nachname;Vorname;Geburtsdatum;Termin;Terminnummer',
    'N9999;Mustermann;Erika;1964-08-12;;',
    ...rows,
  ].join('\n'),
);

/** The second date of a person names no dose: joined twice it would be a third. */
const bundle = Buffer.from(
  bundleOf(
    Array.from({ length: 150 }, (_, at) => {
      const id = `p${at}`;
      const date = (day: string) => ({
        resource: {
          resourceType: 'Appointment',
          id: `${id}-${day}`,
          status: 'booked',
          start: `${day}T08:00:00Z`,
          participant: [{ actor: { reference: `Patient/${id}` } }],
        },
      });
      const person = {
        fullUrl: `Patient/${id}`,
        resource: {
          resourceType: 'Patient',
          id,
          identifier: [{ system: 'https://praxis-a.example/pid', value: id }],
          name: [{ family: `Berg${word(at)}`, given: ['Anna'] }],
          birthDate: born(at),
        },
      };
      return [date('2026-12-01'), person, date('2026-12-29')];
    }).flat(),
  ),
);

type File = (station: Station) => Omit<BeginImport, 'importId' | 'actor' | 'size' | 'fileName'>;
const csvFile: File = (station) => ({
  format: 'csv',
  reader: csvReader(lookAtCsv(csv, {}, true).plan, rowContextOf(station)),
});
const fhirFile: File = (station) => ({ format: 'fhir', reader: fhirReader(rowContextOf(station)) });

async function send({ station }: TestStation, bytes: Buffer, file: File) {
  const desk = station.importDesk;
  const size = bytes.length;
  must(desk.begin({ importId, fileName: 'liste', size, actor: 'operator', ...file(station) }));
  for (let piece = 0; piece * 9_000 < size; piece++)
    must(await desk.chunk(importId, piece, bytes.subarray(piece * 9_000, (piece + 1) * 9_000)));
  must(await desk.check(importId));
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};
const found = ({ station }: TestStation) =>
  station.db.all('SELECT row, verdict, data FROM import_row ORDER BY row');
/** Ids of people differ from station to station. */
const withoutIds = (listed: unknown) => JSON.stringify(listed).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');

test.each<[string, Buffer, File]>([
  ['a list', csv, csvFile],
  ['a bundle', bundle, fhirFile],
])(
  '%s that is checked over several restarts is found as one that is checked at once',
  async (_, bytes, file) => {
    for (const each of [opened, other]) expectPerson(each.station, aPerson({ givenName: 'Erika' }));
    await send(other, bytes, file);
    await other.station.importDesk.settled();
    // Each step is a slice of its own, however quick the machine is: a restart may come after any of them.
    let atMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      atMs += 50;
      return atMs;
    });
    await send(opened, bytes, file);
    let restarts = 0;
    for (; opened.station.importDesk.job()?.state === 'checking'; restarts++) {
      // A little longer each time: what was looked at before is looked at again first.
      await turns(restarts);
      await opened.station.importDesk.stop();
      opened.close();
      opened = await openTestStation(opened.dir, now);
      expect(['checking', 'ready']).toContain(opened.station.importDesk.job()?.state);
      opened.station.importDesk.resume();
    }
    vi.restoreAllMocks();
    expect(restarts).toBeGreaterThan(4);
    await opened.station.importDesk.settled();
    expect(withoutIds(found(opened))).toBe(withoutIds(found(other)));
    const [one, whole] = [opened, other].map(({ station }) => station.importDesk.progress());
    expect(one).toEqual(whole);
    expect(one?.state).toBe('ready');
    for (const { station } of [opened, other]) {
      must(station.importDesk.run(importId, true));
      await station.importDesk.settled();
    }
    expect(opened.station.importDesk.progress()?.counts).toEqual(other.station.importDesk.progress()?.counts);
  },
  60_000,
);

test('a file that was not read to its end is forgotten by a restart', async () => {
  const { station } = opened;
  const desk = station.importDesk;
  must(desk.begin({ importId, fileName: 'liste', size: csv.length, actor: 'operator', ...csvFile(station) }));
  must(await desk.chunk(importId, 0, csv.subarray(0, 9_000)));
  await desk.stop();
  opened.close();
  opened = await openTestStation(opened.dir, now);
  opened.station.importDesk.resume();
  await opened.station.importDesk.settled();
  expect(opened.station.importDesk.job()).toBeUndefined();
  expect(found(opened)).toEqual([]);
});

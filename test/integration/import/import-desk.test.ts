import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordSplitter } from '../../../domain/import/split-records.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { evaluateScan } from '../../../main/commands/scanning/evaluate-scan.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { lookAtCsv } from '../../../main/import/look-at-csv.ts';
import { pastImports } from '../../../main/queries/import/import-lists.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import { outboxCounts } from '../../../main/store/outbox/outbox.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { personIdByAnyId } from '../../../main/store/tables/people/people.ts';
import { listHeader, listImport } from '../../support/list-import.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;

beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { stage, importAll, counts, peopleHere, sentences } = listImport(() => opened.station);

const surnames = ['Berg', 'Kern', 'Stein', 'Wald', 'Bach', 'Feld', 'Hoff', 'Lind'];

function aList(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, '0');
    const name = `${surnames[i % 8]}${'abcdefghij'[Math.floor(i / 8) % 10]}${'klmnopqrst'[Math.floor(i / 80) % 10]}${'uvwxyz'[Math.floor(i / 800) % 6]}`;
    return `X${i};${name};Anna;${day}.0${1 + (i % 9)}.19${40 + (i % 50)};${day}.12.2026 09:${String(i % 60).padStart(2, '0')};`;
  });
  return [listHeader, ...rows].join('\n');
}

describe('a list of 2,000 people with dates', () => {
  test('is imported whole: people, dates, passes to sign behind the desk, one line in the list of imports', async () => {
    await importAll(aList(2_000));
    expect(counts()).toMatchObject({ rows: 2_000, added: 2_000, refused: 0 });
    expect(opened.station.importDesk.progress()).toMatchObject({
      state: 'done',
      appointments: 2_000,
      passes: 2_000,
    });
    expect(peopleHere()).toBe(2_000);
    expect(outboxCounts(opened.station.db).waiting).toBe(2_000);
    expect(pastImports(opened.station).runs).toEqual([
      expect.objectContaining({
        state: 'done',
        counts: expect.objectContaining({ added: 2_000 }),
      }),
    ]);
    const keys = new Map([[opened.station.settings.station, opened.station.stationKey.publicKey]]);
    expect(verifyLog(opened.station.db, keys).isWhole).toBe(true);
    const before = digestOfProjections(opened.station.db);
    rebuildProjections(opened.station.db);
    expect(digestOfProjections(opened.station.db)).toBe(before);
  }, 60_000);

  test('changes nothing when it is imported again', async () => {
    await importAll(aList(300));
    const events = eventsInLog(opened);
    await importAll(aList(300));
    expect(counts()).toMatchObject({ rows: 300, added: 0, extended: 0, unchanged: 300 });
    // Only the line in the list of imports is new.
    expect(eventsInLog(opened)).toBe(events + 1);
  }, 30_000);

  test('lets the desk decide about scans while it is written', async () => {
    const importId = await stage(aList(2_000));
    must(opened.station.importDesk.run(importId, false));
    let scans = 0;
    let isDone = false;
    const settled = opened.station.importDesk.settled().then(() => {
      isDone = true;
    });
    while (!isDone) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      evaluateScan(opened.station, { texts: ['Berg'], via: 'typed' });
      scans += 1;
    }
    await settled;
    expect(scans).toBeGreaterThan(5);
    expect(counts()).toMatchObject({ added: 2_000 });
  }, 60_000);
});

function eventsInLog({ station }: TestStation): number {
  return station.db.first<{ count: number }>('SELECT count(*) AS count FROM event')?.count ?? 0;
}

describe('cancelling', () => {
  test('before anything is written leaves nothing at all', async () => {
    const events = eventsInLog(opened);
    const importId = await stage(aList(200));
    must(await opened.station.importDesk.cancel(importId));
    await opened.station.importDesk.settled();
    expect(opened.station.importDesk.progress()).toBeUndefined();
    expect(eventsInLog(opened)).toBe(events);
    expect(opened.station.db.all('SELECT 1 FROM import_row')).toEqual([]);
  }, 30_000);

  test('while it is written takes back everybody, but those whom the desk has used since', async () => {
    const desk = opened.station.importDesk;
    const importId = await stage(aList(1_000));
    must(desk.run(importId, false));
    while ((desk.job()?.written_up_to ?? 0) < 100) await new Promise((resolve) => setImmediate(resolve));
    const used = personIdByAnyId(opened.station.db, 'X0') as PersonId;
    must(
      checkIn(opened.station, 'operator', { personId: used, via: 'search', overrides: ['no-appointment'] }),
    );
    must(await desk.cancel(importId));
    await desk.settled();
    const progress = desk.progress();
    expect(progress).toMatchObject({ state: 'taken-back', kept: 1 });
    expect(peopleHere()).toBe(1);
    expect(outboxCounts(opened.station.db).waiting).toBe(1);
    expect(pastImports(opened.station).runs[0]).toMatchObject({ state: 'taken-back' });
    const before = digestOfProjections(opened.station.db);
    rebuildProjections(opened.station.db);
    expect(digestOfProjections(opened.station.db)).toBe(before);
    await importAll(aList(1_000));
    expect(counts()).toMatchObject({ added: 999, unchanged: 1 });
  }, 60_000);
});

describe('encodings and separators', () => {
  test.each([
    ['UTF-8', Buffer.from(`${listHeader}\n1;Müller;Jörg;1985;;`)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${listHeader}\n1;Müller;Jörg;1985;;`)],
    ['UTF-16', Buffer.from(`\ufeff${listHeader}\n1;Müller;Jörg;1985;;`, 'utf16le')],
    ['Windows-1252', Buffer.from(`${listHeader}\n1;Müller;Jörg;1985;;`, 'latin1')],
    ['tabs', Buffer.from(`${listHeader}\n1;Müller;Jörg;1985;;`.replaceAll(';', '\t'))],
    ['commas', Buffer.from(`${listHeader}\n1;Müller;Jörg;1985;;`.replaceAll(';', ','))],
  ])('%s are found out', async (_, bytes) => {
    await importAll(bytes);
    expect(opened.station.db.first('SELECT family_name, given_name FROM person')).toMatchObject({
      family_name: 'Müller',
      given_name: 'Jörg',
    });
  });

  const rowsInTwo = Buffer.concat([
    Buffer.from(`${listHeader}\n1;Grün;Jörg;1985;;\n`),
    Buffer.from('2;Müller;Jörg;1985;;\n3;Conceição;João;1985;;\n', 'latin1'),
  ]);
  const wrongly = (field: string, found: string) =>
    `Zeile 2: ${field} ist in einer anderen Zeichenkodierung geschrieben, als hier gelesen wird; bitte die Zeile berichtigen oder eine andere Zeichenkodierung wählen (dort steht „${found}“).`;

  test('a row in UTF-8 within a list in Windows-1252 makes nobody with broken letters', async () => {
    const importId = await importAll(rowsInTwo);
    expect(counts()).toMatchObject({ added: 2, refused: 1 });
    expect(sentences(importId, 'refused')).toEqual([
      wrongly('Nachname', 'GrÃ¼n'),
      wrongly('Vorname', 'JÃ¶rg'),
    ]);
    expect(opened.station.db.all('SELECT family_name FROM person ORDER BY family_name')).toEqual([
      { family_name: 'Conceição' },
      { family_name: 'Müller' },
    ]);
  });

  test('any bytes at all are read without a fault, and every row is accounted for', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .string({ unit: fc.constantFrom('a', '1', ';', '"', '\n', '\r', '.', 'ü', '\0'), maxLength: 300 })
        .map((text) => Buffer.from(`${listHeader}\n${text}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        if (content.length === 0) return;
        await importAll(content);
        const { plan } = lookAtCsv(content, {}, true);
        const splitter = recordSplitter(plan.separator);
        const text = iconv.decode(Buffer.from(content), plan.encoding, { stripBOM: true });
        const inFile = splitter.push(text).length + splitter.end().length - (plan.hasHeader ? 1 : 0);
        const {
          added = 0,
          refused = 0,
          skipped = 0,
          duplicates = 0,
          unchanged = 0,
          extended = 0,
          changed = 0,
        } = counts() ?? {};
        expect(added + refused + skipped + duplicates + unchanged + extended + changed).toBe(inFile);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

test('a list whose writing a full disk stopped goes on by itself once there is room', async () => {
  const { db, importDesk: desk } = opened.station;
  const importId = await stage(aList(600));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma(`max_page_count = ${Number(db.pragma('page_count'))}`);
  must(desk.run(importId, false));
  await desk.settled();
  expect(desk.fault()).toBeDefined();
  expect(desk.job()?.state).toBe('writing');
  db.pragma('max_page_count = 1000000');
  await vi.waitUntil(() => desk.job()?.state === 'done', 20_000);
  await desk.settled();
  expect(desk.fault()).toBeUndefined();
  expect(counts()).toMatchObject({ added: 600 });
}, 60_000);

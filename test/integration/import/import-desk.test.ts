import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordSplitter } from '../../../domain/import/split-records.ts';
import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, instantOf } from '../../../domain/kernel/instant.ts';
import { cancelAppointment } from '../../../main/commands/cancel-appointment.ts';
import { checkIn } from '../../../main/commands/check-in.ts';
import { correctPerson } from '../../../main/commands/correct-person.ts';
import { judgeScan } from '../../../main/commands/judge-scan.ts';
import { recordDose } from '../../../main/commands/record-dose.ts';
import { registerPerson } from '../../../main/commands/register-person.ts';
import { chooseForAll, chooseForRow } from '../../../main/import/choose-rows.ts';
import { csvReader } from '../../../main/import/csv-reader.ts';
import { importDeskOf } from '../../../main/import/import-desk-of.ts';
import { lookAtCsv } from '../../../main/import/look-at-csv.ts';
import { rowContextOf } from '../../../main/import/row-context-of.ts';
import { importErrorFile, importRows, pastImports } from '../../../main/queries/import-lists.ts';
import { personRecord } from '../../../main/queries/person-record.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import { outboxCounts } from '../../../main/store/outbox/outbox.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments.ts';
import type { RowVerdict } from '../../../main/store/tables/imports.ts';
import { personIdByAnyId } from '../../../main/store/tables/people.ts';
import { aPerson, must, openTestStation, type TestStation } from '../../builders/test-station.ts';

let opened: TestStation;

beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const header = 'Nr;Nachname;Vorname;Geburtsdatum;Termin;Zweiter Termin';
const surnames = ['Berg', 'Kern', 'Stein', 'Wald', 'Bach', 'Feld', 'Hoff', 'Lind'];

function aList(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, '0');
    const name = `${surnames[i % 8]}${'abcdefghij'[Math.floor(i / 8) % 10]}${'klmnopqrst'[Math.floor(i / 80) % 10]}${'uvwxyz'[Math.floor(i / 800) % 6]}`;
    return `X${i};${name};Anna;${day}.0${1 + (i % 9)}.19${40 + (i % 50)};${day}.12.2026 09:${String(i % 60).padStart(2, '0')};`;
  });
  return [header, ...rows].join('\n');
}

let index = 0;

async function stage(text: string | Uint8Array, pieceBytes = 5_000): Promise<string> {
  const { station } = opened;
  const bytes = Buffer.from(text);
  const { plan } = lookAtCsv(bytes, {}, true);
  const importId = `00000000-0000-4000-8000-${String(index++).padStart(12, '0')}`;
  const desk = importDeskOf(station);
  await desk.settled();
  must(
    desk.begin({
      importId,
      fileName: 'liste.csv',
      size: bytes.length,
      format: 'csv',
      actor: 'operator',
      reader: csvReader(plan, rowContextOf(station)),
    }),
  );
  for (let at = 0, piece = 0; at < bytes.length; at += pieceBytes, piece++)
    must(await desk.chunk(importId, piece, bytes.subarray(at, at + pieceBytes)));
  must(await desk.check(importId));
  await desk.settled();
  return importId;
}

async function importAll(text: string | Uint8Array, addDuplicates = false): Promise<string> {
  const importId = await stage(text);
  const desk = importDeskOf(opened.station);
  must(desk.run(importId, addDuplicates));
  await desk.settled();
  return importId;
}

function counts() {
  return importDeskOf(opened.station).progress()?.counts;
}

function peopleHere(): number {
  const all = opened.station.db.all<{ count: number }>('SELECT count(*) AS count FROM person');
  return all[0]?.count ?? 0;
}

function sentences(
  importId: string,
  verdict: Extract<RowVerdict, 'refused' | 'duplicate' | 'changed'>,
): string[] {
  return must(importRows(opened.station, { importId, verdict, after: 0 })).rows.flatMap((row) =>
    row.sentences.map(({ de }) => de),
  );
}

describe('a list of 2,000 people with dates', () => {
  test('is imported whole: people, dates, passes to sign behind the desk, one line in the list of imports', async () => {
    await importAll(aList(2_000));
    expect(counts()).toMatchObject({ rows: 2_000, added: 2_000, refused: 0 });
    expect(importDeskOf(opened.station).progress()).toMatchObject({
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
    must(importDeskOf(opened.station).run(importId, false));
    let scans = 0;
    let isDone = false;
    const settled = importDeskOf(opened.station)
      .settled()
      .then(() => {
        isDone = true;
      });
    while (!isDone) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      judgeScan(opened.station, { texts: ['Berg'], via: 'typed' });
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
    must(await importDeskOf(opened.station).cancel(importId));
    await importDeskOf(opened.station).settled();
    expect(importDeskOf(opened.station).progress()).toBeUndefined();
    expect(eventsInLog(opened)).toBe(events);
    expect(opened.station.db.all('SELECT 1 FROM import_row')).toEqual([]);
  }, 30_000);

  test('while it is written takes back everybody, but those whom the desk has used since', async () => {
    const desk = importDeskOf(opened.station);
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

describe('rows that are not taken over', () => {
  test('are told one by one, and come back in a file that spreadsheets can open without running anything', async () => {
    const importId = await importAll(
      `${header}\n1;Berg;=1+1;1985;;\n2;Kern;Otto;31.02.1990;;\n;;;;;\n3;Wald;Ida;1990;;`,
    );
    expect(counts()).toMatchObject({ rows: 4, added: 1, refused: 2, skipped: 1 });
    expect(sentences(importId, 'refused')[1]).toBe(
      'Zeile 3: Geburtsdatum ist kein Datum, das es gibt (dort steht „31.02.1990“).',
    );
    const { text, next } = must(importErrorFile(opened.station, { importId, language: 'de', after: 0 }));
    expect(text.split('\r\n')[0]).toBe(
      '\ufeffZeile;Grund;Nr;Nachname;Vorname;Geburtsdatum;Termin;Zweiter Termin',
    );
    expect(text).toContain(";'=1+1;");
    expect(next).toBeDefined();
  });

  test('may be people who are here without a number: offered, never merged', async () => {
    must(
      registerPerson(opened.station, 'operator', {
        details: aPerson({ givenName: 'Erika', familyName: 'Mustermann' }),
        source: 'desk',
      }),
    );
    const list = `${header}\n7;Musterman;Erika;12.08.1964;;\n8;Erika;Mustermann;12.08.1964;;\n9;Anders;Erika;12.08.1964;;`;
    const importId = await importAll(list);
    expect(counts()).toMatchObject({ added: 1, duplicates: 2 });
    expect(
      must(importRows(opened.station, { importId, verdict: 'duplicate', after: 0 })).rows[0]?.likely,
    ).toEqual([expect.objectContaining({ familyName: 'Mustermann' })]);
    await importAll(list, true);
    expect(counts()).toMatchObject({ added: 2, unchanged: 1 });
    expect(peopleHere()).toBe(4);
  });

  test('with a number that is known but other details are listed as changed and left alone', async () => {
    await importAll(`${header}\n1;Berg;Anna;1985;;`);
    const importId = await importAll(`${header}\n1;Berg;Anna Maria;1985;;`);
    expect(counts()).toMatchObject({ changed: 1, added: 0 });
    expect(sentences(importId, 'changed')).toHaveLength(1);
  });

  describe('are taken where somebody chose so', () => {
    const choose = (importId: string, row: number, choice: 'take' | 'new' | 'same', personId?: PersonId) =>
      chooseForRow(opened.station, { importId, row, choice, ...(personId ? { personId } : {}) });
    const run = async (importId: string) => {
      must(importDeskOf(opened.station).run(importId, false));
      await importDeskOf(opened.station).settled();
    };
    const datesOf = (personId: PersonId) =>
      appointmentsOf(opened.station.db, personId).map(({ starts_at, status, centre }) => ({
        starts_at,
        status,
        centre,
      }));

    test('as corrections: the record, its dates and the number of versions say so, what the list leaves open stays', async () => {
      await importAll(
        'Nr;Nachname;Vorname;Geburtsdatum;Mail;Sprache;Termin\n1;Berg;Anna;1985;a@example.org;en;01.12.2026 09:00',
      );
      const personId = personIdByAnyId(opened.station.db, '1') as PersonId;
      const importId = await stage(
        'Nr;Nachname;Vorname;Geburtsdatum;Termin;Impfzentrum\n1;Berg;Anna Maria;1985;02.12.2026 10:00;Nord',
      );
      const [row] = must(importRows(opened.station, { importId, verdict: 'changed', after: 0 })).rows;
      expect(row?.differences.map(({ label, here, list }) => [label.de, here.de, list.de])).toEqual([
        ['Vorname', 'Anna', 'Anna Maria'],
        ['Termin zur 1. Dosis', '01.12.2026, 09:00', '02.12.2026, 10:00 · Nord'],
      ]);
      must(choose(importId, 2, 'take'));
      expect(importDeskOf(opened.station).progress()).toMatchObject({ chosen: 1 });
      await run(importId);
      expect(counts()).toMatchObject({ changed: 0, corrected: 1 });
      const record = must(personRecord(opened.station, personId, false));
      expect(record.details).toMatchObject({
        givenName: 'Anna Maria',
        email: 'a@example.org',
        language: 'en',
      });
      expect(record.versions.map(({ why }) => why)).toEqual(['list', undefined]);
      expect(datesOf(personId)).toEqual([
        { starts_at: '2026-12-02T09:00:00.000Z', status: 'elsewhere', centre: 'Nord' },
      ]);
      await importAll(
        'Nr;Nachname;Vorname;Geburtsdatum;Termin;Impfzentrum\n1;Berg;Anna Maria;1985;02.12.2026 10:00;Nord',
      );
      expect(counts()).toMatchObject({ unchanged: 1 });
      const before = digestOfProjections(opened.station.db);
      rebuildProjections(opened.station.db);
      expect(digestOfProjections(opened.station.db)).toBe(before);
    });

    test('several rows about one person at once', async () => {
      const list = (name: string, ...days: string[]) =>
        ['Nr;Nachname;Vorname;Geburtsdatum;Dosis;Termin']
          .concat(days.map((day, at) => `1;Berg;${name};1985;${at + 1};${day} 09:00`))
          .join('\n');
      await importAll(list('Anna', '01.12.2026', '24.12.2026'));
      const importId = await stage(list('Hanna', '03.12.2026', '28.12.2026'));
      must(chooseForAll(opened.station, { importId, verdict: 'changed', choice: 'take' }));
      await run(importId);
      expect(counts()).toMatchObject({ corrected: 2, refused: 0, changed: 0 });
      const personId = personIdByAnyId(opened.station.db, '1') as PersonId;
      expect(datesOf(personId).map(({ starts_at }) => starts_at.slice(0, 10))).toEqual([
        '2026-12-03',
        '2026-12-28',
      ]);
    });

    test('but not over what the desk has changed since, and not by half where a date does not fit', async () => {
      await importAll(`${header}\n1;Berg;Anna;1985;01.12.2026 09:00;24.12.2026 09:00`);
      const personId = personIdByAnyId(opened.station.db, '1') as PersonId;
      const tooClose = await stage(`${header}\n1;Berg;Hanna;1985;01.12.2026 09:00;05.01.2028 09:00`);
      expect(counts()).toMatchObject({ changed: 1 });
      must(choose(tooClose, 2, 'take'));
      const list = `${header}\n1;Berg;Hanna;1985;20.12.2026 09:00;`;
      const importId = await stage(list);
      must(choose(importId, 2, 'take'));
      opened.clock.now = addMinutes(opened.clock.now, 1);
      const details = must(personRecord(opened.station, personId, false)).details;
      const corrected = { ...details, familyName: 'Berger' };
      must(correctPerson(opened.station, 'operator', { personId, details: corrected, why: 'changed' }));
      await run(importId);
      expect(counts()).toMatchObject({ changed: 1, corrected: 0 });
      expect(sentences(importId, 'changed')[0]).toContain('nachdem die Zeile gewählt war');
      const again = await stage(`${header}\n1;Berg;Hanna;1985;20.01.2027 09:00;`);
      must(choose(again, 2, 'take'));
      must(
        recordDose(opened.station, 'operator', {
          personId,
          lot: 'L-1',
          site: 'left-upper-arm',
          overrides: ['not-checked-in'],
        }),
      );
      must(
        cancelAppointment(opened.station, 'operator', {
          personId,
          appointmentId: appointmentsOf(opened.station.db, personId)[0]?.appointment_id as AppointmentId,
          reason: 'wrong-entry',
        }),
      );
      const changed = await stage(`${header}\n1;Berg;Hanna;1985;20.01.2027 09:00;`);
      must(choose(changed, 2, 'take'));
      await run(changed);
      expect(counts()).toMatchObject({ refused: 1, corrected: 0 });
      expect(must(personRecord(opened.station, personId, false)).details.givenName).toBe('Anna');
    });

    test('row by row: somebody new, somebody who is here, and nobody', async () => {
      const erika = aPerson({ givenName: 'Erika', familyName: 'Mustermann' });
      const { personId } = must(
        registerPerson(opened.station, 'operator', { details: erika, source: 'desk' }),
      );
      const list = [
        header,
        '7;Musterman;Erika;12.08.1964;01.12.2026 09:00;',
        '8;Erika;Mustermann;12.08.1964;;',
        '9;Mustermann;Erika;12.08.1964;;',
      ].join('\n');
      const importId = await stage(list);
      expect(counts()).toMatchObject({ duplicates: 3 });
      must(choose(importId, 2, 'same', personId));
      must(choose(importId, 3, 'new'));
      expect(choose(importId, 4, 'take')).toEqual({ ok: false, refusal: 'choice-unfit' });
      expect(choose(importId, 4, 'same', 'nobody' as PersonId)).toEqual({
        ok: false,
        refusal: 'choice-unfit',
      });
      await run(importId);
      expect(counts()).toMatchObject({ extended: 1, added: 1, duplicates: 1 });
      expect(datesOf(personId)).toMatchObject([{ starts_at: '2026-12-01T08:00:00.000Z', status: 'booked' }]);
      expect(personIdByAnyId(opened.station.db, '7')).toBe(personId);
      expect(peopleHere()).toBe(2);
      await stage(list);
      // Number 7 is known now, under another spelling; the others are as before.
      expect(counts()).toMatchObject({ changed: 1, unchanged: 1, duplicates: 1 });
    });
  });

  test('of one person with several dates become one person', async () => {
    await importAll(
      'Nr;Nachname;Vorname;Geburtsdatum;Dosis;Termin\n1;Berg;Anna;1985;1;01.12.2026 09:00\n1;Berg;Anna;1985;2;24.12.2026 09:00\n1;Kern;Otto;1990;1;01.12.2026 09:00',
    );
    expect(counts()).toMatchObject({ added: 1, extended: 1, refused: 1 });
    expect(opened.station.db.all('SELECT 1 FROM appointment')).toHaveLength(2);
  });
});

describe('encodings and separators', () => {
  test.each([
    ['UTF-8', Buffer.from(`${header}\n1;Müller;Jörg;1985;;`)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${header}\n1;Müller;Jörg;1985;;`)],
    ['UTF-16', Buffer.from(`\ufeff${header}\n1;Müller;Jörg;1985;;`, 'utf16le')],
    ['Windows-1252', Buffer.from(`${header}\n1;Müller;Jörg;1985;;`, 'latin1')],
    ['tabs', Buffer.from(`${header}\n1;Müller;Jörg;1985;;`.replaceAll(';', '\t'))],
    ['commas', Buffer.from(`${header}\n1;Müller;Jörg;1985;;`.replaceAll(';', ','))],
  ])('%s are found out', async (_, bytes) => {
    await importAll(bytes);
    expect(opened.station.db.first('SELECT family_name, given_name FROM person')).toMatchObject({
      family_name: 'Müller',
      given_name: 'Jörg',
    });
  });

  test('any bytes at all are read without a fault, and every row is accounted for', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .string({ unit: fc.constantFrom('a', '1', ';', '"', '\n', '\r', '.', 'ü', '\0'), maxLength: 300 })
        .map((text) => Buffer.from(`${header}\n${text}`)),
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

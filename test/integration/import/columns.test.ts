import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { lookAtCsv } from '../../../main/import/look-at-csv.ts';
import { importErrorFile } from '../../../main/queries/import/import-lists.ts';
import { personById } from '../../../main/store/tables/people/people.ts';
import { listImport } from '../../support/list-import.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { stage, importAll, counts, sentences } = listImport(() => opened.station);

/** Everybody here, the eldest first. */
function people() {
  return opened.station.db
    .all<{ person_id: string }>('SELECT person_id FROM person ORDER BY birth_date')
    .map(({ person_id }) => {
      const known = personById(opened.station.db, person_id);
      if (known?.status !== 'registered') throw new Error('not registered');
      return known.details;
    });
}

describe('what stands above the table', () => {
  const table = 'Nachname;Vorname;Geburtsdatum\nBerg;Anna;1985\nKern;Otto;1990';
  test.each([
    ['titles as wide as it', `Terminliste Impfzentrum Süd;;\nStand: 28.11.2026;;\n;;\n${table}`, 3],
    ['titles of one cell', `Terminliste\nStand 28.11.2026\n\n${table}`, 3],
    ['a title that sounds like a column', `Impfzentrum;Süd;\nTermin;03.12.2026;\n${table}`, 2],
    ['what separates the cells', `sep=;\r\n${table}`, 1],
    ['empty rows', `\n\n${table}`, 2],
    ['nothing', table, 0],
  ])('is left out: %s', async (_, list, titleRows) => {
    expect(lookAtCsv(Buffer.from(list), {}, true).plan).toMatchObject({ titleRows, hasHeader: true });
    const importId = await stage(list);
    expect(counts()).toMatchObject({ added: 2, refused: 0, skipped: titleRows });
    const { text } = must(importErrorFile(opened.station, { importId, language: 'de', after: 0 }));
    expect(text).toContain('Zeile;Grund;Nachname;Vorname;Geburtsdatum');
  });

  test('may be said by hand', () => {
    const list = Buffer.from(`x;y;z\n${table}`);
    const { plan, header } = lookAtCsv(list, { titleRows: 1 }, true);
    expect(plan).toMatchObject({ titleRows: 1, columns: ['familyName', 'givenName', 'birthDate'] });
    expect(header).toEqual(['Nachname', 'Vorname', 'Geburtsdatum']);
  });

  test('tells the separator, whatever the cells say', () => {
    expect(lookAtCsv(Buffer.from('sep=|\nName|a;b;c|x\nBerg|1;2;3|y'), {}, true).plan.separator).toBe('|');
  });
});

describe('names', () => {
  test.each([
    ['Name;Vorname', 'Berg;Anna'],
    ['Name;Nachname;Vorname', 'Anna Berg;Berg;Anna'],
    ['Nachname;Name', 'Berg;Anna'],
    ['Nachname;Vorname;Name', 'Berg;Anna;A. Berg'],
    ['Name', '"Berg, Anna"'],
    ['Patient', 'Berg , Anna'],
    ['Nachname, Vorname', '"Berg, Anna"'],
    ['Vor- und Nachname', 'Anna Berg'],
  ])('in columns %s are read from %s', async (header, row) => {
    await importAll(`"${header.replaceAll(';', '";"')}";Geburtsdatum\n${row};1985`);
    expect(people()).toMatchObject([{ familyName: 'Berg', givenName: 'Anna' }]);
  });

  test.each([
    ['Anna von der Heide', 'Anna', 'von der Heide'],
    ['Dr. Karl Heinz Berg', 'Karl Heinz', 'Berg'],
    ['Berg', '', 'Berg'],
  ])('given name first: %s', async (cell, givenName, familyName) => {
    await importAll(`Vorname Nachname;Geburtsdatum\n${cell};1985`);
    expect(people()).toMatchObject([{ givenName, familyName }]);
  });

  test.each(['Anna Berg', '"Berg, Anna, Karl"'])(
    'in one cell that may be either: %s is asked for',
    async (cell) => {
      const importId = await importAll(`Name;Geburtsdatum\n${cell};1985`);
      expect(sentences(importId, 'refused')[0]).toContain('die andere Reihenfolge wählen');
      expect(people()).toEqual([]);
    },
  );

  test('of people called Null and None stay, the word for nothing does not', async () => {
    await importAll('Nachname;Vorname;Geburtsdatum;Ort\nNull;Anna;1970;NULL\nNone;NULL;1980;none');
    expect(people()).toMatchObject([
      { familyName: 'Null', givenName: 'Anna' },
      { familyName: 'None', givenName: '' },
    ]);
    expect(people().map(({ city }) => city)).toEqual([undefined, undefined]);
  });
});

describe('cells', () => {
  const with1 = (header: string, cell: string) =>
    `Nachname;Vorname;Geburtsdatum;${header}\nBerg;Anna;1985;${cell}`;
  test.each([
    ['PLZ', '="01067"', { postcode: '01067' }],
    ['PLZ', "'01067", { postcode: '01067' }],
    ['PLZ;Land', '1010;A', { postcode: '1010', country: 'AT' }],
    ['Telefon;Mobil', ';0170 1234567', { phone: '0170 1234567' }],
    ['Telefon;Mobil', 'keins;0170 1234567', { phone: '0170 1234567' }],
    ['Telefon;Mobil', '0221 5550001;0170 1234567', { phone: '0221 5550001' }],
    ['Telefon', 'tel:+491701234567', { phone: '+491701234567' }],
    ['Versichertennummer', '="A123456780"', { insuranceNumber: 'A123456780' }],
  ])('%s: %s', async (header, cell, details) => {
    await importAll(with1(header, cell));
    expect(people()).toMatchObject([details]);
  });

  test.each([
    ['PLZ', '1067', 'postcode', 'hat nur vier Ziffern'],
    ['PLZ;Land', '1067;Deutschland', 'postcode', 'hat nur vier Ziffern'],
    ['Versichertennummer', '109905003', 'insuranceNumber', 'die Nummer einer Krankenkasse'],
  ] as const)('%s: %s stays empty and is told', async (header, cell, field, sentence) => {
    const importId = await stage(with1(header, cell));
    const { text } = must(importErrorFile(opened.station, { importId, language: 'de', after: 0 }));
    expect(text).toContain(sentence);
    must(opened.station.importDesk.run(importId, false));
    await opened.station.importDesk.settled();
    expect(people().map((details) => details[field])).toEqual([undefined]);
  });

  test.each([
    ['NULL', undefined],
    ['n/a', undefined],
    ['-', undefined],
    ['#NV', undefined],
    ['Köln', 'Köln'],
  ])('a city %s', async (cell, city) => {
    await importAll(with1('Ort', cell));
    expect(people().map((details) => details.city)).toEqual([city]);
  });

  test.each([
    ['Geburtstag', '01.02.1973', '1973-02-01'],
    ['Geburtsdatum', '1973-02-01T00:00:00.000Z', '1973-02-01'],
    ['Geburtsdatum', '1973-01-31T23:00:00.000Z', '1973-02-01'],
    ['Geburtsdatum', '1983-06-30T22:00:00Z', '1983-07-01'],
    ['Geburtsdatum', '1973-02-01 00:00:00+01:00', '1973-02-01'],
  ])('%s: %s is %s', async (header, cell, birthDate) => {
    await importAll(`Nachname;Vorname;${header}\nBerg;Anna;${cell}`);
    expect(people()).toMatchObject([{ birthDate }]);
  });
});

describe('a booking that does not stand any more', () => {
  const list = (header: string, cell: string) =>
    `Nachname;Vorname;Geburtsdatum;${header};Termin\nBerg;Anna;1985;${cell};03.12.2026 09:35`;
  test.each([
    ['Status', 'storniert'],
    ['Terminstatus', 'ABGESAGT'],
    ['Buchungsstatus', 'Vom Patienten storniert'],
    ['status', 'CANCELLED'],
    ['Status', 'No-Show'],
    ['Storniert', 'ja'],
    ['Storniert am', '24.11.2026'],
    ['Cancelled', 'true'],
  ])('is told and nothing is booked: %s %s', async (header, cell) => {
    const importId = await importAll(list(header, cell));
    expect(sentences(importId, 'refused')[0]).toContain('der Termin ist dort abgesagt');
    expect(counts()).toMatchObject({ added: 0, refused: 1 });
  });

  test.each([
    ['Status', 'gebucht'],
    ['Status', 'nicht storniert'],
    ['Status', ''],
    ['Storniert', 'nein'],
    ['Storniert', '0'],
    ['Storniert', ''],
    ['Cancelled', 'false'],
  ])('is none of %s %s', async (header, cell) => {
    await importAll(list(header, cell));
    expect(opened.station.importDesk.progress()).toMatchObject({ appointments: 1 });
  });
});

test.each([
  ['2026-12-03T09:00:00Z', '2026-12-03T09:00:00.000Z'],
  ['2026-12-03T09:00:00.000Z', '2026-12-03T09:00:00.000Z'],
  ['2026-12-03 09:00:00+00', '2026-12-03T09:00:00.000Z'],
  ['2026-12-03 09:00 UTC', '2026-12-03T09:00:00.000Z'],
  ['2026-12-03T09:00:00-05:00', '2026-12-03T14:00:00.000Z'],
  ['2026-12-03T09:00+0300', '2026-12-03T06:00:00.000Z'],
  ['03.12.2026 09:00', '2026-12-03T08:00:00.000Z'],
])('an appointment at %s begins at %s', async (cell, startsAt) => {
  await importAll(`Nachname;Vorname;Geburtsdatum;Termin\nBerg;Anna;1985;${cell}`);
  expect(opened.station.db.all('SELECT starts_at FROM appointment')).toEqual([{ starts_at: startsAt }]);
});

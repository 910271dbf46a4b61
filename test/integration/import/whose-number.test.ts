import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { chooseForRow } from '../../../main/import/choose-rows.ts';
import { importRows } from '../../../main/queries/import/import-lists.ts';
import { personById, personIdByAnyId } from '../../../main/store/tables/people/people.ts';
import { listImport } from '../../support/list-import.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { stage, importAll, counts, peopleHere, sentences } = listImport(() => opened.station);

const numbered = (header: string, ...rows: string[]) =>
  [`${header};Nachname;Vorname;Geburtsdatum`, ...rows].join('\n');
const firstDay = ['Adler;Anna;01.02.1940', 'Bauer;Bert;02.02.1941', 'Conrad;Carla;03.02.1942'];
const secondDay = ['Dorn;Dora;04.02.1943', 'Ebert;Emil;05.02.1944', 'Fuchs;Frieda;06.02.1945'];
const counted = (rows: readonly string[], from = 1) => rows.map((row, at) => `${from + at};${row}`);

const detailsOf = (personId: string) => {
  const known = personById(opened.station.db, personId);
  return known?.status === 'registered' ? known.details : undefined;
};

describe('a number that is nobody’s own', () => {
  test.each(['Nr.', 'Nr', 'lfd. Nr.', 'Nummer', 'Pos.', '#', 'ID'])(
    'in a column %s, running through the list of each day, brings nobody together',
    async (header) => {
      await importAll(numbered(header, ...counted(firstDay)));
      await importAll(numbered(header, ...counted(secondDay)));
      expect(counts()).toMatchObject({ added: 3, changed: 0, duplicates: 0, refused: 0 });
      expect(peopleHere()).toBe(6);
    },
  );

  test('behind the street is the number of the house', async () => {
    const list = (row: string) => `Nachname;Vorname;Geburtsdatum;Straße;Nr.;PLZ\n${row}`;
    await importAll(list('Adler;Anna;01.02.1940;Hauptstr.;12;50667'));
    await importAll(list('Bauer;Bert;02.02.1941;Ringweg;12;50667'));
    expect(counts()).toMatchObject({ added: 1, changed: 0 });
    const people = opened.station.db.all<{ person_id: string; external_id: string | null }>(
      'SELECT person_id, external_id FROM person ORDER BY family_name',
    );
    expect(people.map(({ external_id }) => external_id)).toEqual([null, null]);
    const streets = people.map(({ person_id }) => detailsOf(person_id)?.street);
    expect(streets).toEqual(['Hauptstr. 12', 'Ringweg 12']);
  });

  test.each(['IK', 'Kassen-IK', 'Krankenkassennummer', 'Versichertennummer'])(
    'is the one of an insurer, in a column %s',
    async (header) => {
      await importAll(numbered(header, `109905003;${firstDay[0]}`, `109905003;${firstDay[1]}`));
      expect(counts()).toMatchObject({ added: 2, duplicates: 0, refused: 0 });
    },
  );
});

describe('a number that is known here, beside another name and birth date', () => {
  const known = numbered('Patientennummer', `4711;${firstDay[0]}`);
  const other = numbered('Patientennummer', `4711;${secondDay[0]}`);

  test('is another person: asked for, and never a correction', async () => {
    await importAll(known);
    const importId = await stage(other);
    expect(counts()).toMatchObject({ duplicates: 1, changed: 0 });
    expect(sentences(importId, 'duplicate')[0]).toContain(
      'gehört hier einer Person mit anderem Namen und Geburtsdatum',
    );
    expect(chooseForRow(opened.station, { importId, row: 2, choice: 'take' })).toMatchObject({ ok: false });
  });

  test('comes in as a new person without that number, once, and leaves the other as they were', async () => {
    await importAll(known);
    const importId = await stage(other);
    must(chooseForRow(opened.station, { importId, row: 2, choice: 'new' }));
    must(opened.station.importDesk.run(importId, false));
    await opened.station.importDesk.settled();
    expect(counts()).toMatchObject({ added: 1 });
    expect(namesAndNumbers()).toEqual([
      { family_name: 'Adler', external_id: '4711' },
      { family_name: 'Dorn', external_id: null },
    ]);
    await importAll(other);
    expect(counts()).toMatchObject({ added: 0, duplicates: 1 });
  });

  test('with the same birth date may be a correction or somebody new: the way on is both', async () => {
    await importAll(known);
    const married = numbered('Patientennummer', '4711;Zeller;Anna;01.02.1940');
    const importId = await stage(married);
    expect(counts()).toMatchObject({ changed: 1 });
    must(chooseForRow(opened.station, { importId, row: 2, choice: 'new' }));
    must(opened.station.importDesk.run(importId, false));
    await opened.station.importDesk.settled();
    expect(counts()).toMatchObject({ added: 1, changed: 0, corrected: 0 });
    expect(namesAndNumbers()).toEqual([
      { family_name: 'Adler', external_id: '4711' },
      { family_name: 'Zeller', external_id: null },
    ]);
    expect(detailsOf(personIdByAnyId(opened.station.db, '4711') ?? '')?.familyName).toBe('Adler');
  });

  test('twice in one file is another person the second time: asked for at the row, with the row before named', async () => {
    const list = numbered(
      'Patientennummer',
      `4711;${firstDay[0]}`,
      `4711;${firstDay[1]}`,
      `4711;${firstDay[0]}`,
    );
    const importId = await stage(list);
    expect(counts()).toMatchObject({ added: 1, duplicates: 1, refused: 0 });
    expect(sentences(importId, 'duplicate')).toEqual([
      'Zeile 3: Nummer im anderen System: eine frühere Zeile hat dieselbe Nummer und nennt eine andere Person (dort steht „4711“). Siehe Zeile 2.',
    ]);
    must(chooseForRow(opened.station, { importId, row: 3, choice: 'new' }));
    must(opened.station.importDesk.run(importId, false));
    await opened.station.importDesk.settled();
    expect(namesAndNumbers()).toEqual([
      { family_name: 'Adler', external_id: '4711' },
      { family_name: 'Bauer', external_id: null },
    ]);
  });

  test('twice in one file is left out where nobody chose', async () => {
    await importAll(numbered('Patientennummer', `4711;${firstDay[0]}`, `4711;${firstDay[1]}`));
    expect(namesAndNumbers()).toEqual([{ family_name: 'Adler', external_id: '4711' }]);
  });

  function namesAndNumbers() {
    return opened.station.db.all('SELECT family_name, external_id FROM person ORDER BY family_name');
  }
});

describe('a list asks as the desk does', () => {
  const header = 'Nachname;Vorname;Geburtsdatum;Versichertennummer';
  const here = `${header}\nLindner;Petra;03.05.1958;A123456780\nVogel;Uwe;05.04.1959;\nTeil;Hassan;00.00.1950;`;

  test.each([
    ['the same insurance number with another surname', 'Neumann;Petra;03.05.1958;A123456780'],
    ['the same insurance number with another birth date', 'Lindner;Petra;09.09.1990;a 123456780'],
    ['day and month changed over', 'Vogel;Uwe;04.05.1959;'],
    ['the names changed over', 'Uwe;Vogel;05.04.1959;'],
    ['both changed over', 'Uwe;Vogel;04.05.1959;'],
    ['a slip of the pen', 'Vogl;Uwe;05.04.1959;'],
    ['a day where here is only the year', 'Teil;Hassan;15.03.1950;'],
    ['only the year where here is a day', 'Vogel;Uwe;1959;'],
    ['only the month where here is a day', 'Vogel;Uwe;04.1959;'],
  ])('about %s', async (_, row) => {
    await importAll(here);
    const importId = await importAll(`${header}\n${row}`);
    expect(counts()).toMatchObject({ duplicates: 1, added: 0 });
    const { rows } = must(importRows(opened.station, { importId, verdict: 'duplicate', after: 0 }));
    expect(rows[0]?.likely).toHaveLength(1);
    // And the same within one file, where the other stands in a row before.
    await opened.close();
    opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
    await importAll(`${here}\n${row}`);
    expect(counts()).toMatchObject({ duplicates: 1, added: 3 });
  });

  test.each([
    ['a namesake of another day', 'Vogel;Uwe;06.04.1959;'],
    ['a namesake of another year', 'Teil;Hassan;15.03.1951;'],
    ['somebody else of the same day', 'Kern;Otto;05.04.1959;'],
  ])('but not about %s', async (_, row) => {
    await importAll(`${here}\n${row}`);
    expect(counts()).toMatchObject({ duplicates: 0, added: 4 });
  });
});

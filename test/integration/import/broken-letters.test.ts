import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { listImport } from '../../support/list-import.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { importAll, counts } = listImport(() => opened.station);
const list = (row: string) => `Nachname;Vorname;Geburtsdatum;Ort\n${row}\n`;

test.each([
  ['a program that wrote ? for what it could not hold', 'M?ller;Anna;03.04.1960;Bonn'],
  ['the same in a place alone', 'Meier;Anna;03.04.1960;K?ln'],
  ['wide letters', 'Ｍeier;Anna;03.04.1960;Bonn'],
  ['letters of formulas', '𝐌eier;Anna;03.04.1960;Bonn'],
  ['letters in circles', 'Ⓜeier;Anna;03.04.1960;Bonn'],
])('%s: nobody is registered without a word', async (_, row) => {
  await importAll(list(row));
  expect(counts()).toMatchObject({ added: 0, refused: 1 });
});

test.each([
  ['koi8-r', 'Иванов;Олег'],
  ['cp866', 'Иванов;Олег'],
  ['iso-8859-5', 'Иванов;Олег'],
  ['iso-8859-6', 'محمد;علي'],
  ['windows-1255', 'כהן;דוד'],
  ['maccyrillic', 'Иванов;Олег'],
])(
  'a list in %s, which is not offered, registers nobody under letters that no name has',
  async (encoding, names) => {
    await importAll(iconv.encode(list(`${names};03.04.1960;Bonn`), encoding));
    expect(counts()).toMatchObject({ added: 0, refused: 1 });
  },
);

test('a list in Windows-1257 has its letters, alone and beside German ones', async () => {
  const rows = [
    'Žukauskienė;Eglė;03.04.1960;Panevėžys',
    'Bērziņš;Jānis;04.04.1960;Rīga',
    'Groß;Jörg;05.04.1960;Köln',
  ];
  await importAll(iconv.encode(list(rows.join('\r\n')), 'win1257'));
  expect(counts()).toMatchObject({ added: 3, refused: 0 });
  expect(
    opened.station.db.all<{ family_name: string }>('SELECT family_name FROM person ORDER BY birth_date'),
  ).toEqual([{ family_name: 'Žukauskienė' }, { family_name: 'Bērziņš' }, { family_name: 'Groß' }]);
});

test.each(['Смирнов;Олег', 'Крч;Јован', 'ИВАНОВ;Олег', 'Παπαδόπουλος;Γιώργος', '王;小明', 'Lindgren;Åsa'])(
  '%s is a name as it stands',
  async (names) => {
    await importAll(list(`${names};03.04.1960;Bonn`));
    expect(counts()).toMatchObject({ added: 1, refused: 0 });
  },
);

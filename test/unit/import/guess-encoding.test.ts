import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { misreadFaults } from '../../../domain/import/misread-faults.ts';
import { guessEncoding } from '../../../main/import/guess-encoding.ts';
import { decode, textDecoder } from '../../../main/import/text-decoder.ts';

const german = ['Müller;Jörg;Köln', 'Jäger;Käthe;Düren', 'Schröder;Günther;Köln', 'Weiß;Björn;Brühl'];
const french = ['Lefèvre;Hélène;Genève', 'Benoît;François;Besançon', 'Noël;Zoé;Orléans'];
const iberian = ['Conceição;João;Setúbal', 'Muñoz;José;Málaga', 'Simões;Inês;Évora'];
const nordic = ['Sørensen;Jørgen;Ålborg', 'Åkesson;Märta;Malmö', 'Hansen;Bjørn;Tromsø'];
const polish = ['Wałęsa;Bożena;Łódź', 'Kamiński;Paweł;Kraków', 'Woźniak;Małgorzata;Gdańsk'];
const czech = ['Dvořák;Jiří;Plzeň', 'Novotný;Tomáš;Děčín', 'Růžička;Bohuš;České'];
const hungarian = ['Erdős;Győző;Győr', 'Szűcs;Erzsébet;Szőny'];
const turkish = ['Yıldız;Gülşen;Köln', 'Şahin;İbrahim;Düren', 'Öztürk;Ayşe;Iğdır', 'Çelik;Barış;Muğla'];
const lithuanian = ['Šimkus;Žydrūnas;Kėdainiai', 'Žukauskienė;Eglė;Panevėžys', 'Vaitkevičiūtė;Rūta;Šiauliai'];
const latvian = ['Bērziņš;Jānis;Rīga', 'Kalniņa;Līga;Jūrmala', 'Ozoliņš;Pēteris;Cēsis'];
const greek = ['Παπαδόπουλος;Γιώργος;Αθήνα', 'Νικολάου;Ελένη;Πάτρα'];
const russian = ['Иванов;Сергей;Москва', 'Кузнецова;Юлия;Киев'];

const list = (names: readonly string[]) => ['Nachname;Vorname;Ort', ...names, 'Berg;Anna;Bonn'].join('\r\n');

describe('the encoding of a list is known by its letters', () => {
  test.each([
    ['windows-1252', german],
    ['windows-1252', french],
    ['windows-1252', iberian],
    ['windows-1252', nordic],
    ['macintosh', german],
    ['macintosh', french],
    ['cp850', german],
    ['cp850', french],
    ['windows-1250', polish],
    ['windows-1250', czech],
    ['windows-1250', hungarian],
    ['windows-1250', [...german, ...polish]],
    ['windows-1254', turkish],
    ['windows-1254', [...german, ...turkish]],
    ['windows-1251', russian],
    ['windows-1253', greek],
    ['windows-1257', lithuanian],
    ['windows-1257', latvian],
    ['windows-1257', [...german, ...lithuanian]],
    ['iso-8859-2', polish],
    ['iso-8859-2', czech],
    ['cp852', polish],
    ['cp852', czech],
    ['cp857', turkish],
    ['iso-8859-15', ['Žak;Šárka;Köln', 'Dœuf;Édith;Paris']],
    ['utf-8', [...german, ...polish, ...russian]],
  ] as const)('%s: %s', (encoding, names) => {
    const bytes = iconv.encode(list(names), encoding);
    expect(decode(bytes, guessEncoding(bytes))).toBe(list(names));
  });

  test.each([...german, ...polish, ...turkish, ...czech])('by a single row: %s', (row) => {
    const encodings = ['windows-1252', 'windows-1250', 'windows-1254', 'macintosh', 'cp850'];
    const able = encodings.filter((encoding) => iconv.decode(iconv.encode(row, encoding), encoding) === row);
    expect(able.length).toBeGreaterThan(0);
    for (const encoding of able) {
      const bytes = iconv.encode(list([row]), encoding);
      const read = decode(bytes, guessEncoding(bytes));
      // Read right, or not taken: never a broken name without a word.
      if (read !== list([row]))
        expect({
          encoding,
          faults: misreadFaults(read.split('\r\n')[1]?.split(';') ?? [], ['familyName', 'givenName', 'city']),
        }).toMatchObject({ faults: [expect.anything()] });
    }
  });

  test('UTF-8 that was written as UTF-8 once more, by Windows or letter by letter', () => {
    const text = list([...german, 'Nußbaum;Ágnes;Ürzig', 'Àlvarez;Íris;Ýr']);
    const byLetter = Buffer.from(Buffer.from(text).toString('latin1'));
    const byWindows = Buffer.from(iconv.decode(Buffer.from(list(german)), 'windows-1252'));
    expect([byLetter, byWindows].map(guessEncoding)).toEqual(['utf-8-twice', 'utf-8-twice']);
    expect(decode(byLetter, 'utf-8-twice')).toBe(text);
    expect(decode(byWindows, 'utf-8-twice')).toBe(list(german));
  });

  test('which is read the same when every byte comes by itself', () => {
    const bytes = Buffer.from(Buffer.from(list(german)).toString('latin1'));
    const decoder = textDecoder('utf-8-twice');
    const read = [...bytes].map((byte) => decoder.write(Uint8Array.of(byte))).join('') + decoder.end();
    expect(read).toBe(list(german));
  });
});

test.each([
  ['cp1257', 'Bçrziòğ'],
  ['macturkish', 'Ayﬂe'],
  ['maccenteuro', 'Bo˝ena'],
  ['iso-8859-2', '¦więty'],
  ['cp850', '«apák'],
])('a name that no language writes so is told as read by another encoding (%s): %s', (_, name) => {
  expect(misreadFaults([name], ['familyName'])).toMatchObject([{ reason: 'other-encoding' }]);
});

test.each([
  'Müllerová',
  'Łukasz-Öztürk',
  'Gülşen Çağ',
  'Žydrūnas',
  'Jürgen D’Angelo',
  'Nguyễn',
  'Björgvinsdóttir',
])('%s is written in one language a word, and taken', (name) => {
  expect(misreadFaults([name], ['familyName'])).toEqual([]);
});

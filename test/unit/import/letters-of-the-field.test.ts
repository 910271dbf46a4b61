import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readList } from '../../support/read-list.ts';

const list = (...names: string[]) =>
  ['Nachname;Vorname;Geburtsdatum', ...names.map((each) => `${each};1950`), ''].join('\r\n');
const read = (names: readonly string[]) => names.map((name) => `${name.replace(';', ', ')} 1950`);

test.each([
  ['iso-8859-7', ['Παπαδόπουλος;Γιώργος', 'Νικολάου;Ελένη']],
  ['iso-8859-9', ['Yıldız;Şükrü', 'Çağlar;Gülşen']],
  ['iso-8859-16', ['Wałęsa;Łukasz', 'Szczęsny;Bożena']],
  ['macturkish', ['Yıldız;Şükrü', 'Çağlar;Gülşen']],
  ['macintosh', ['Gonçalves;João', 'Simões;Conceição']],
  ['cp850', ['Sørensen;Åse', 'Núñez;José']],
  ['utf-16be', ['Dvořák;Jiří', 'Grünewald;Jürgen']],
] as const)('a list in %s is read right', (encoding, names) => {
  expect(readList(iconv.encode(list(...names), encoding))).toEqual(read(names));
});

test.each([
  'Nguyễn;Thị Hương', // Vietnamese
  'Trương;Phương',
  'Měrćin;Kśižan', // Sorbian
  'Çaryýewş;Ogulşat', // Turkmen
  'Camilleri;Ġużeppi', // Maltese
  'Guðrún;Þórsdóttir', // Icelandic
  'Sigþórsson;Hallþóra',
  'Novýš;Zýka', // Czech
  'Ýmir;Lýður',
])('the name %s is written as it is', (name) => {
  expect(readList(list(name))).toEqual(read([name]));
});

test.each([
  'Yýlmaz;Anna',
  'Kaya;Ayþe',
  'Yýldýz;Þükrü',
  'Kaya;Ýbrahim',
  'Barýþ;Can',
  'Gr+APw-newald;Karl',
  'Wei?;Ren?',
])('letters that were spoilt before the list came, %s, are told', (name) => {
  expect(readList(list(name)).join()).toMatch(
    /^refused: (?:other-encoding|character-unreadable|name-not-a-name)/,
  );
});

describe('a file that is no text is told to be none', () => {
  /** Bytes without an order, the same in every run. */
  const noise = (length: number) => {
    let state = 7;
    return Buffer.from(
      Array.from({ length }, () => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
        return (state >> 16) & 255;
      }),
    );
  };
  const begun = (beginning: string, length = 3_000) =>
    Buffer.concat([Buffer.from(beginning, 'latin1'), noise(length)]);

  test.each<readonly [string, Buffer]>([
    ...[64, 300, 3_000, 300_000].map(
      (length) => [`${length} bytes without an order`, noise(length)] as const,
    ),
    ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF')],
    ['a workbook', begun('PK\x03\x04')],
    ['an old workbook', begun('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['an empty archive', Buffer.from('PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1')],
    ['a picture (PNG)', begun('\x89PNG\r\n\x1a\n')],
    ['a picture (JPEG)', begun('\xff\xd8\xff\xe0')],
    ['a program', begun('MZ\x90\0\x03\0\0\0')],
    ['a program of Linux', begun('\x7fELF\x02\x01\x01')],
    ['a database', begun('SQLite format 3\0')],
    ['a packed list', gzipSync(Buffer.from(list('Berg;Anna')))],
    ['formatted text', Buffer.from('{\\rtf1\\ansi Nachname;Vorname}')],
    ['nothing but zeros', Buffer.alloc(5_000)],
    ['a list with zeros inside', Buffer.concat([Buffer.from(list('Berg;Anna')), Buffer.alloc(4_000)])],
    ['a header with noise below', Buffer.concat([Buffer.from(list()), noise(3_000)])],
    [
      'UTF-32',
      Buffer.concat(
        [...`\ufeff${list('Berg;Anna')}`].map((each) =>
          Buffer.from(new Uint32Array([each.codePointAt(0) ?? 0]).buffer),
        ),
      ),
    ],
  ])('%s', (_what, bytes) => {
    expect(readList(bytes)).toEqual(['no text']);
  });

  test.each([
    ['JSON', '[{"Nachname":"Berg"}]'],
    ['XML', '<?xml version="1.0"?><patients/>'],
    ['a vCard', 'BEGIN:VCARD\nN:Berg;Anna\nEND:VCARD\n'],
    ['empty lines', '\r\n\r\n'],
  ])('text without a table, %s, has no columns', (_what, text) => {
    expect(readList(text)).toEqual(['no columns']);
  });

  test('one bad character in a list costs its row alone', () => {
    expect(readList(list('Berg;Anna', 'K\u0001lein;Uwe'))).toEqual([
      'Berg, Anna 1950',
      'refused: name-not-a-name familyName',
    ]);
  });
});

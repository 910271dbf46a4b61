import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { misreadFaults } from '../../../domain/import/misread-faults.ts';
import { rowFaultSentence } from '../../../domain/import/row-fault.ts';
import { nameFault } from '../../../domain/people/name-fault.ts';

const faultsOf = (cell: string) => misreadFaults([cell], ['familyName']);
const misread = (name: string) => iconv.decode(Buffer.from(name), 'windows-1252');

describe('a name in UTF-8 that was read as Windows-1252', () => {
  test.each([
    'Grün',
    'Öztürk',
    'ÄRGER',
    'ÖSTERREICH',
    'Weiß',
    'René',
    'Nicolà',
    'Yıldız',
    'Erdoğan',
    'Ayşe',
    'Łukasz',
    'Wałęsa',
    'Kovač',
    'Šimić',
    'Đorđević',
    'Ștefan',
    'D’Angelo',
    'Nguyễn',
    'Müller–Weiß',
    'Анна',
    'Ελένη',
    'محمد',
    'כהן',
    '小龙',
  ])('%s is known by what stands there', (name) => {
    const read = misread(name);
    // What Windows-1252 does not know, and signs of print and money, are refused in any name.
    if (nameFault(read) === undefined) expect(faultsOf(read), read).toHaveLength(1);
    else expect(read).toMatch(/[\ufffd\u0080-\u009f\p{S}†‡•…‰§¶¿¡«»]/u);
  });
});

test.each([
  'Grün',
  'João',
  'SÃO JOÃO',
  'CONCEIÇÃO',
  'Châtelet',
  'CHÂTEAU',
  'ANDRÉ–MARIE',
  'ANDRÉ’S',
  'BLÅ–BERG',
  'Groß’',
  'Weiß–Öz',
  'Ångström',
  'Åse',
  'Žižek',
  'ŠKODA',
  'Þórðarson',
  'ÑANDÚ ÍÑIGO',
  'Mª José',
  'Renée “Née”',
])('%s, which Windows-1252 can write, is left alone', (name) => {
  expect(iconv.decode(iconv.encode(name, 'windows-1252'), 'windows-1252')).toBe(name);
  expect(faultsOf(name)).toEqual([]);
});

test('is told with its column, what stands there and what to do; columns that hold no text are not looked at', () => {
  expect(faultsOf('GrÃ¼n').map(rowFaultSentence)).toEqual([
    {
      de: 'Nachname ist in einer anderen Zeichenkodierung geschrieben, als hier gelesen wird; bitte die Zeile berichtigen oder eine andere Zeichenkodierung wählen (dort steht „GrÃ¼n“).',
      en: 'Family name is written in another character encoding than it is read in; please correct the row or choose another character encoding (it says “GrÃ¼n”).',
    },
  ]);
  expect(misreadFaults(['GrÃ¼n', 'GrÃ¼n'], ['externalId', undefined])).toEqual([]);
});

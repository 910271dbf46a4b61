import { recogniseScan, recogniseVial } from '../../../domain/scan/recognise-scan.ts';
import { burstsOf } from '../../../domain/scan/wedge/bursts-of.ts';
import type { KeyRecord } from '../../../domain/scan/wedge/key-record.ts';
import { readWedge } from '../../../domain/scan/wedge/read-wedge.ts';
import type { FuzzSet } from './fuzz-set.ts';

const context = { referenceYear: 2026, handOverBase: 'https://hq.example/p/' };

/** Everything that a hostile code meets before anybody sees it. */
const targets: readonly ((text: string) => void)[] = [
  (text) => void recogniseScan(text, { ...context, isTyped: true }),
  (text) => void recogniseScan(text, { ...context, isTyped: false, areSeparatorsCertain: true }),
  (text) => void recogniseVial(text, { ...context, isTyped: false }),
  (text) => readKeys(keysOf(text.slice(0, 2000))),
];

function readKeys(records: readonly KeyRecord[]): void {
  for (const burst of burstsOf(records))
    readWedge(burst, (text) => recogniseScan(text, { ...context, isTyped: false }));
}

const codes = [
  'KeyZ',
  'KeyY',
  'Minus',
  'Equal',
  'BracketRight',
  'Digit7',
  'Numpad0',
  'Numpad2',
  'Numpad9',
  '',
];
const names = ['Shift', 'Alt', 'Control', 'AltGraph', 'Dead', 'Enter', 'Tab', 'Escape', 'F8', 'Process'];

/** A wild recording: each character is a key or, by its code, something worse. */
function keysOf(text: string): KeyRecord[] {
  let timeStamp = 0;
  return [...text].map((character, index) => {
    const number = character.codePointAt(0) ?? 0;
    timeStamp += number % 37;
    return {
      key: number % 11 === 0 ? (names[number % names.length] ?? '') : character,
      code: codes[(number + index) % codes.length] ?? '',
      timeStamp,
      ...(number % 5 === 0 ? { type: 'keyup' as const } : {}),
      ...(number % 3 === 0
        ? { shiftKey: number % 2 === 0, altKey: number % 7 === 0, ctrlKey: number % 13 === 0 }
        : {}),
    };
  });
}

const seeds: readonly string[] = [
  '01095040000591011727033110ABC\u001d21SERIAL1',
  '(01)09504000059101(17)270200(10)AB(21)S1(710)03752864',
  '[)>\u001e06\u001d9N110375286414\u001d1T12345ABCD\u001dD271200\u001dS1\u001e\u0004',
  'https://id.gs1.org/01/09504000059101/10/ABC/21/S1?17=270331',
  ']d2010950400005910121ABCDEFGHJKLMNPQRSTUV1727033110XYZ',
  'HC1:6BF+70790T9WJWG.FKY*4GO0.A',
  'shc:/56762909',
  '21000000000000000000000000000000000000000A',
  'Müller, Anna 3.4.1990',
];

/** Pieces that the readers look for. */
const words: readonly string[] = [
  '\u001d',
  '\u001e',
  '\u0004',
  '<GS>',
  '029',
  '~d029',
  '(01)',
  '(10)',
  '(17)',
  '(21)',
  '01',
  '02',
  '10',
  '17',
  '21',
  '30',
  '37',
  '240',
  '253',
  '255',
  '310',
  '3103',
  '3922',
  '3932',
  '421',
  '4300',
  '4309',
  '7003',
  '7007',
  '710',
  '7040',
  '7258',
  '8001',
  '8003',
  '8006',
  '8007',
  '8008',
  '8013',
  '8020',
  '8030',
  '8110',
  '8112',
  '8200',
  '91',
  '09504000059101',
  '04150037528643',
  '270331',
  '270200',
  '999999',
  '000000',
  ']d2',
  ']C1',
  ']Q3',
  ']E0',
  '[)>',
  '05',
  '06',
  '9N',
  '110375286414',
  '1T',
  'D',
  'S',
  '8P',
  'HC1:',
  'hc1:',
  'shc:/',
  '5676',
  'https://',
  'id.gs1.org',
  '/01/',
  '/10/',
  '?17=',
  '&21=',
  '%',
  '%1D',
  '%ZZ',
  '#',
  'Müller',
  '3.4.1990',
  '1990-04-03',
  '0'.repeat(14),
  '1'.repeat(40),
  'A'.repeat(20),
  '2110'.repeat(8),
  '\ud83d\ude00',
  '\u0000',
  '\u0301',
];

/** Texts and keys, as scanners and people send them. */
export const textSet: FuzzSet = { name: 'texts', covered: '/domain/scan/', seeds, words, targets };

import { recogniseScan, recogniseVial } from '../../../domain/scan/recognise-scan.ts';
import { burstsOf } from '../../../domain/scan/wedge/bursts-of.ts';
import type { KeyRecord } from '../../../domain/scan/wedge/key-record.ts';
import { readWedge } from '../../../domain/scan/wedge/read-wedge.ts';

const context = { referenceYear: 2026, handOverBase: 'https://hq.example/p/' };

/** Everything that a hostile code meets before anybody sees it. */
export const targets: readonly ((text: string) => void)[] = [
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

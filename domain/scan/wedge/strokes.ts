import { controlCharacterOf, isKeypadDigit, type KeyRecord, roleOf } from './key-record.ts';

/** One character of a burst before anybody decided on a layout. */
export interface Stroke {
  readonly key: string;
  readonly code: string;
  /** Known from the event or the Shift key's own events; absent where the recording does not tell. */
  readonly isShifted?: boolean;
  readonly isAltGr: boolean;
  readonly isCapsLock?: boolean;
  /** The character itself, the same on every layout: ALT mode, control characters. */
  readonly literal?: string;
  readonly isAltMode?: boolean;
}

/** A key that no code may press (Escape, arrows, Win): stands in the text as a control character, so it is refused. */
const foreignKey = '\u0010';

/** The characters of a burst, with ALT mode (Alt + digits on the keypad) and control keys decoded. */
export function strokesOf(records: readonly KeyRecord[]): Stroke[] {
  const strokes: Stroke[] = [];
  const tracksShift = records.some((record) => record.type === 'keyup' && record.key === 'Shift');
  let altDigits = '';
  let isAltDown = false;
  let isShiftDown = false;
  let previousKey = '';
  const flush = () => {
    strokes.push(...altStrokes(altDigits));
    altDigits = '';
  };
  for (const record of records) {
    const isDown = record.type !== 'keyup';
    if (record.key === 'Shift') isShiftDown = isDown;
    if (record.key === 'Alt') {
      flush();
      isAltDown = isDown;
    }
    if (!isDown) continue;
    const role = roleOf(record);
    if (role !== 'modifier') {
      if (isKeypadDigit(record.code) && (record.altKey ?? isAltDown))
        altDigits += record.code.slice('Numpad'.length);
      else {
        flush();
        isAltDown = record.altKey ?? false;
        const shift = record.shiftKey ?? (tracksShift ? isShiftDown : previousKey === 'Shift' || undefined);
        strokes.push(strokeOf(record, shift, previousKey));
      }
    }
    previousKey = record.key;
  }
  flush();
  return strokes;
}

function strokeOf(record: KeyRecord, isShifted: boolean | undefined, previousKey: string): Stroke {
  const isAltGr = previousKey === 'AltGraph' || (record.ctrlKey === true && record.altKey === true);
  const held =
    previousKey === 'Control' && record.ctrlKey === undefined ? { ...record, ctrlKey: true } : record;
  const literal = literalOf(held);
  const { key, code, isCapsLock } = record;
  return { key, code, isShifted, isAltGr, isCapsLock, literal };
}

function literalOf(record: KeyRecord): string | undefined {
  if (record.key === 'Enter') return '\r';
  if (record.key === 'Tab') return '\t';
  return controlCharacterOf(record) ?? (roleOf(record) === 'character' ? undefined : foreignKey);
}

/** One number for each character; where the recording lost the Alt key itself, numbers of equal length. */
function altStrokes(digits: string): Stroke[] {
  if (digits === '') return [];
  const width = digits.length <= 4 ? digits.length : ([3, 4, 2].find((n) => digits.length % n === 0) ?? 3);
  const numbers = digits.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  return numbers.map((number) => ({
    key: '',
    code: '',
    isAltGr: false,
    literal: characterOfAlt(Number(number)),
    isAltMode: true,
  }));
}

/** Above ASCII the character depends on the host's code page, and no code of ours needs it. */
function characterOfAlt(number: number): string {
  return number < 128 ? String.fromCharCode(number) : '\ufffd';
}

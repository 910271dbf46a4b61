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
export const foreignKey = '\u0010';

/** The characters of a burst, with ALT mode (Alt + digits on the keypad) and control keys decoded. */
export function strokesOf(records: readonly KeyRecord[]): Stroke[] {
  const tracksShift = records.some(({ type, key }) => type === 'keyup' && key === 'Shift');
  const reader: Reader = { strokes: [], altDigits: '', isAltDown: false, shift: false, pending: new Set() };
  for (const record of records) {
    const isDown = record.type !== 'keyup';
    if (record.key === 'Shift') reader.shift = isDown;
    if (record.key === 'Alt') {
      endAltNumber(reader);
      reader.isAltDown = isDown;
    }
    if (isDown && roleOf(record) === 'modifier') reader.pending.add(record.key);
    else if (isDown) readStroke(reader, record, tracksShift);
  }
  endAltNumber(reader);
  return reader.strokes;
}

interface Reader {
  readonly strokes: Stroke[];
  altDigits: string;
  isAltDown: boolean;
  shift: boolean;
  /** Modifiers pressed since the last character: all that a recording of key-downs alone tells of them. */
  readonly pending: Set<string>;
}

function readStroke(reader: Reader, record: KeyRecord, tracksShift: boolean): void {
  if (isKeypadDigit(record.code) && (record.altKey ?? reader.isAltDown)) {
    reader.altDigits += record.code.slice('Numpad'.length);
    return;
  }
  endAltNumber(reader);
  reader.isAltDown = record.altKey ?? false;
  const told = reader.pending.has('Shift') || undefined;
  const isShifted = record.shiftKey ?? (tracksShift ? reader.shift : told);
  const isAltGr = reader.pending.has('AltGraph') || (record.ctrlKey === true && record.altKey === true);
  const ctrlKey = record.ctrlKey ?? (reader.pending.has('Control') && !isAltGr);
  reader.pending.clear();
  const { key, code, isCapsLock } = record;
  reader.strokes.push({
    key,
    code,
    isShifted,
    isAltGr,
    isCapsLock,
    literal: literalOf({ ...record, ctrlKey }),
  });
}

function endAltNumber(reader: Reader): void {
  reader.strokes.push(...altStrokes(reader.altDigits));
  reader.altDigits = '';
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

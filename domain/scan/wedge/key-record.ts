/** One key event as the window saw it. Only the first three fields are certain to be in a recording. */
export interface KeyRecord {
  /** `KeyboardEvent.key`: what the host's layout made of the key. */
  readonly key: string;
  /** `KeyboardEvent.code`: the physical key, named after its place on a US keyboard. */
  readonly code: string;
  /** `KeyboardEvent.timeStamp` in milliseconds. */
  readonly timeStamp: number;
  /** Absent means `keydown`. */
  readonly type?: 'keydown' | 'keyup';
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
  readonly isCapsLock?: boolean;
  readonly repeat?: boolean;
  /** An input method or dead key is composing: never a scanner. */
  readonly isComposing?: boolean;
}

/** The keys of one scan, from the first to the suffix. */
export interface WedgeBurst {
  /** Key-downs, and key-ups where they were recorded; the suffix is not among them. */
  readonly records: readonly KeyRecord[];
  readonly endedBy: 'Enter' | 'Tab' | 'silence';
  readonly startedAt: number;
  readonly endedAt: number;
  /** Keys just before that went to the person: they may be the first of this scan (take-lead.ts). */
  readonly lead?: readonly KeyRecord[];
}

export type KeyRole = 'character' | 'modifier' | 'control-character' | 'suffix' | 'other';

const modifiers = new Set(['Shift', 'Alt', 'AltGraph', 'Control', 'CapsLock', 'NumLock']);

/** What a key-down means in a burst: text, a shift of the next key, a control character, the end, or none of these. */
export function roleOf(record: KeyRecord): KeyRole {
  const { key, code } = record;
  if (modifiers.has(key)) return 'modifier';
  if (key === 'Enter' || key === 'Tab') return 'suffix';
  if (isControlCharacter(record)) return 'control-character';
  if (record.metaKey || (record.ctrlKey && !record.altKey)) return 'other';
  if (isKeypadDigit(code)) return 'character';
  if (record.altKey && !record.ctrlKey && key.length === 1 && key.charCodeAt(0) < 128) return 'other';
  return key === 'Dead' || key === 'Unidentified' || isText(key) ? 'character' : 'other';
}

export function isKeypadDigit(code: string): boolean {
  return /^Numpad\d$/.test(code);
}

/**
 * The control character that scanners send as a key: Ctrl+] (GS), Ctrl+^ (RS), Ctrl+D (EOT), or F8 and F9
 * where they map control characters to function keys.
 */
export function controlCharacterOf(record: KeyRecord): string | undefined {
  const { key, code } = record;
  if (key.length === 1 && key < ' ') return key;
  if (key === 'F8') return '\u001d';
  if (key === 'F9') return '\u001e';
  if (!record.ctrlKey || record.altKey || record.metaKey) return undefined;
  if (code === 'BracketRight' || code === 'Digit5') return '\u001d';
  if (code === 'Digit6') return '\u001e';
  return code === 'KeyD' ? '\u0004' : undefined;
}

/** One character, or an accent and the character that did not combine with it (`´1`); never a name like `F1`. */
function isText(key: string): boolean {
  const length = [...key].length;
  return length === 1 || (length === 2 && !/^[A-Za-z0-9]+$/.test(key));
}

function isControlCharacter(record: KeyRecord): boolean {
  return controlCharacterOf(record) !== undefined;
}

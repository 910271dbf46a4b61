import { keypad, type LayoutKey, type LayoutName, layouts } from './layouts.ts';
import type { Stroke } from './strokes.ts';

/** Keys that start an accent, by layout. */
const deadCodes: Record<LayoutName, readonly string[]> = {
  us: [],
  de: ['Backquote', 'Equal'],
  'ch-de': ['Equal', 'BracketRight', 'Minus'],
  'ch-fr': ['Equal', 'BracketRight', 'Minus'],
  fr: ['BracketLeft', 'Digit2', 'Digit7'],
};

const hostNames: readonly LayoutName[] = ['us', 'de', 'ch-de', 'ch-fr', 'fr'];

/** The layouts of the computer that can have turned these physical keys into these characters. */
export function hostLayoutsOf(strokes: readonly Stroke[]): LayoutName[] {
  return hostNames.filter((name) => strokes.every((stroke) => fits(name, stroke)));
}

/** Whether Shift was down: from the events, or else from what the host made of the key. */
export function shiftOf(stroke: Stroke, host: LayoutName | undefined): boolean {
  if (stroke.isShifted !== undefined) return stroke.isShifted;
  const key = plainKey(stroke.key);
  const drawn = host && layouts[host].get(stroke.code);
  if (drawn && drawn.plain !== drawn.shifted) {
    if (drawn.shifted === key) return true;
    if (drawn.plain === key) return false;
  }
  return key !== key.toLowerCase();
}

/** Whether Caps Lock was on, from the events or a letter that contradicts Shift; undefined if nothing tells. */
export function capsLockOf(strokes: readonly Stroke[]): boolean | undefined {
  for (const { key, isShifted, isCapsLock } of strokes) {
    if (isCapsLock !== undefined) return isCapsLock;
    if (isShifted !== undefined && /^[A-Za-z]$/.test(key)) return /^[A-Z]$/.test(key) !== isShifted;
  }
  return undefined;
}

/** The key without an accent that a dead key before it put on (`é` -> `e`, `´1` -> `1`). */
export function plainKey(key: string): string {
  if ([...key].length === 2) return key.slice(-1);
  return key;
}

export function levelOf(key: LayoutKey, isShifted: boolean, isAltGr: boolean): string {
  if (isAltGr) return key.altGr ?? '';
  return isShifted ? key.shifted : key.plain;
}

function fits(name: LayoutName, stroke: Stroke): boolean {
  if (stroke.literal !== undefined || keypad.has(stroke.code)) return true;
  if (stroke.key === 'Dead') return deadCodes[name].includes(stroke.code);
  const drawn = layouts[name].get(stroke.code);
  if (!drawn) return false;
  const key = plainKey(stroke.key);
  const isLetterPair = drawn.shifted === drawn.plain.toUpperCase();
  // A known Shift leaves one level, but for Caps Lock, which turns at least letters round.
  const levels =
    stroke.isShifted === undefined || isLetterPair || stroke.isCapsLock === true
      ? [drawn.plain, drawn.shifted, drawn.altGr]
      : [levelOf(drawn, stroke.isShifted, stroke.isAltGr)];
  // Caps Lock makes capitals that no key has, and after a dead key the letter carries the accent.
  return [key, key.toLowerCase(), key.normalize('NFD').charAt(0)].some((form) => levels.includes(form));
}

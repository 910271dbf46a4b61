import type { KeyRecord } from '../../domain/scan/wedge/key-record.ts';
import { type LayoutName, layouts } from '../../domain/scan/wedge/layouts.ts';

/** How a simulated scanner types and what the computer makes of it. */
export interface ScannerKeys {
  /** The layout the scanner believes in. */
  readonly scanner?: LayoutName;
  /** The layout the computer is set to. */
  readonly host?: LayoutName;
  readonly gapMs?: number;
  readonly startAt?: number;
  readonly suffix?: 'Enter' | 'Tab' | 'none';
  /** `all`: German and French Windows, where the lock turns the digit row round too. */
  readonly capsLock?: 'off' | 'letters' | 'all';
  /** `alt`: every character as Alt + digits on the keypad. `alt-controls`: only control characters. */
  readonly mode?: 'keys' | 'alt' | 'alt-controls';
  /** Keep key, code and timeStamp only, and neither Shift's own events nor key-ups. */
  readonly isBare?: boolean;
}

/** Accents that a dead key starts, by layout and code, as the level that is dead. */
const dead: Record<LayoutName, Record<string, string>> = {
  us: {},
  de: { Backquote: '^', Equal: '´`' },
  'ch-de': { Equal: '^`', BracketRight: '¨' },
  'ch-fr': { Equal: '^`', BracketRight: '¨' },
  fr: { BracketLeft: '^¨' },
};

/** The key events of a scanner that reads `text` aloud to a computer. */
export function scannerKeys(text: string, options: ScannerKeys = {}): KeyRecord[] {
  const { gapMs = 8, startAt = 1000, suffix = 'Enter', isBare = false } = options;
  let at = startAt;
  const events: KeyRecord[] = [];
  for (const character of text) {
    events.push(...eventsOf(character, options).map((event) => ({ ...event, timeStamp: at })));
    at += gapMs;
  }
  if (suffix !== 'none')
    for (const type of ['keydown', 'keyup'] as const)
      events.push({ key: suffix, code: suffix, timeStamp: at, type, ...flags(false, options) });
  if (!isBare) return events;
  return events
    .filter((event) => event.type === 'keydown' && event.key !== 'Shift')
    .map(({ key, code, timeStamp }) => ({ key, code, timeStamp }));
}

function eventsOf(character: string, options: ScannerKeys): Omit<KeyRecord, 'timeStamp'>[] {
  const { mode = 'keys' } = options;
  if (mode === 'alt' || (mode === 'alt-controls' && character < ' ')) return altEvents(character);
  const control = controlKeys[character];
  if (control) return controlEvents(control, options);
  const found = placeOf(character, options.scanner ?? 'us');
  if (!found) throw new Error(`No key for ${JSON.stringify(character)}`);
  const { code, isShifted, isAltGr } = found;
  const held = { ...flags(isShifted, options), ctrlKey: isAltGr, altKey: isAltGr };
  const press = { key: isAltGr ? character : hostKey(code, isShifted, options), code, ...held };
  const shift = { key: 'Shift', code: 'ShiftLeft', ...flags(isShifted, options) };
  const keys = [
    { ...press, type: 'keydown' as const },
    { ...press, type: 'keyup' as const },
  ];
  if (!isShifted) return keys;
  return [{ ...shift, type: 'keydown' }, ...keys, { ...shift, type: 'keyup', shiftKey: false }];
}

interface Place {
  readonly code: string;
  readonly isShifted: boolean;
  readonly isAltGr: boolean;
}

function placeOf(character: string, layout: LayoutName): Place | undefined {
  for (const [code, key] of layouts[layout]) {
    if (code === 'IntlBackslash' && layout === 'us') continue;
    if (key.plain === character) return { code, isShifted: false, isAltGr: false };
    if (key.shifted === character) return { code, isShifted: true, isAltGr: false };
    if (key.altGr === character) return { code, isShifted: false, isAltGr: true };
  }
  return undefined;
}

function hostKey(code: string, isShifted: boolean, { host = 'us', capsLock = 'off' }: ScannerKeys): string {
  const key = layouts[host].get(code);
  const isLetter = key !== undefined && key.plain !== key.shifted && key.plain.toUpperCase() === key.shifted;
  const isTurned = capsLock === 'all' || (capsLock === 'letters' && isLetter);
  const character = (isShifted !== isTurned ? key?.shifted : key?.plain) ?? '';
  return dead[host][code]?.includes(character) ? 'Dead' : character;
}

function altEvents(character: string): Omit<KeyRecord, 'timeStamp'>[] {
  const digits = `0${String(character.codePointAt(0)).padStart(2, '0')}`;
  const alt = { key: 'Alt', code: 'AltLeft', shiftKey: false, ctrlKey: false, metaKey: false };
  return [
    { ...alt, type: 'keydown', altKey: true },
    ...[...digits].flatMap((digit) =>
      (['keydown', 'keyup'] as const).map((type) => ({
        ...alt,
        key: digit,
        code: `Numpad${digit}`,
        altKey: true,
        type,
      })),
    ),
    { ...alt, type: 'keyup', altKey: false },
  ];
}

/** Ctrl+], Ctrl+Shift+6 and Ctrl+D on a US keyboard. */
const controlKeys: Record<string, { code: string; isShifted: boolean }> = {
  '\u001d': { code: 'BracketRight', isShifted: false },
  '\u001e': { code: 'Digit6', isShifted: true },
  '\u0004': { code: 'KeyD', isShifted: false },
};

function controlEvents(
  { code, isShifted }: { code: string; isShifted: boolean },
  options: ScannerKeys,
): Omit<KeyRecord, 'timeStamp'>[] {
  const drawn = layouts[options.host ?? 'us'].get(code);
  const key = (isShifted ? drawn?.shifted : drawn?.plain) ?? '';
  const held = { ...flags(isShifted, options), ctrlKey: true };
  return [
    { ...held, key: 'Control', code: 'ControlLeft', type: 'keydown', shiftKey: false },
    ...(isShifted ? [{ ...held, key: 'Shift', code: 'ShiftLeft', type: 'keydown' as const }] : []),
    { ...held, key, code, type: 'keydown' },
    { ...held, key, code, type: 'keyup' },
    ...(isShifted
      ? [{ ...held, key: 'Shift', code: 'ShiftLeft', type: 'keyup' as const, shiftKey: false }]
      : []),
    { ...held, key: 'Control', code: 'ControlLeft', type: 'keyup', shiftKey: false, ctrlKey: false },
  ];
}

function flags(shiftKey: boolean, { capsLock = 'off' }: ScannerKeys) {
  return { shiftKey, ctrlKey: false, altKey: false, metaKey: false, isCapsLock: capsLock !== 'off' };
}

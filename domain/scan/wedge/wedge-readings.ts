import { withoutEnd } from '../../kernel/without-end.ts';
import { capsLockOf, hostLayoutsOf, levelOf, shiftOf } from './host-layout.ts';
import type { WedgeBurst } from './key-record.ts';
import { keypad, type LayoutName, layouts } from './layouts.ts';
import { foreignKey, type Stroke, strokesOf } from './strokes.ts';

/** One way to read a burst. */
export interface WedgeReading {
  readonly text: string;
  /** `host`: as the computer understood it (scanner and computer agree); else the layout the scanner types in. */
  readonly layout: 'host' | LayoutName;
  /** What Caps Lock is taken to have turned round: nothing, letters, or every key (German, French Windows). */
  readonly capsLock: 'off' | 'letters' | 'all';
  /** Readings of a lower rank count only when every one of a higher rank (0 first) is refused. */
  readonly rank: 0 | 1 | 2;
}

/** The distinct readings of a burst, likeliest first. */
export function readingsOf(burst: Pick<WedgeBurst, 'records'>): WedgeReading[] {
  return [...readingsByRank(burst)].flat();
}

/** The readings of each rank in turn, made only when asked for: most bursts need those of rank 0 alone. */
export function* readingsByRank(burst: Pick<WedgeBurst, 'records'>): Generator<WedgeReading[]> {
  const strokes = strokesOf(burst.records);
  const caps = capsLockOf(strokes);
  const capsLocks = caps === undefined ? capsModes : caps ? capsModes.slice(1) : capsModes.slice(0, 1);
  const [first = 'off', ...others] = capsLocks;
  const open: Open = { strokes, ...openQuestions(strokes), seen: new Set() };
  yield readingsIn(open, ['host', 'us'], [first], 0);
  // A key that no code may press is in every reading: one refusal is enough.
  if (strokes.some(({ literal }) => literal === foreignKey)) return;
  yield readingsIn(open, ['host', 'us'], others, 1);
  if (strokes.length <= longestForeign) yield readingsIn(open, ['de', 'ch-de', 'ch-fr', 'fr'], capsLocks, 2);
}

/** A scanner set to another country than its computer is found with short codes; long ones need the time. */
const longestForeign = 700;

/** What a recording without Shift leaves open: the layout of the computer, and the level of its dead keys. */
interface Open {
  readonly strokes: readonly Stroke[];
  readonly hosts: readonly (LayoutName | undefined)[];
  readonly deadLevels: readonly boolean[];
  readonly seen: Set<string>;
}

function openQuestions(strokes: readonly Stroke[]): Pick<Open, 'hosts' | 'deadLevels'> {
  const isShiftKnown = strokes.every(
    ({ isShifted, literal }) => isShifted !== undefined || literal !== undefined,
  );
  const hosts: (LayoutName | undefined)[] = hostLayoutsOf(strokes);
  const hasOpenDeadKey = strokes.some(({ key, isShifted }) => key === 'Dead' && isShifted === undefined);
  return {
    hosts: hosts.length === 0 ? [undefined] : isShiftKnown ? hosts.slice(0, 1) : hosts,
    deadLevels: hasOpenDeadKey ? [false, true] : [false],
  };
}

function readingsIn(
  { strokes, hosts, deadLevels, seen }: Open,
  layouts: readonly WedgeReading['layout'][],
  capsLocks: readonly WedgeReading['capsLock'][],
  rank: WedgeReading['rank'],
): WedgeReading[] {
  const readings: WedgeReading[] = [];
  for (const layout of layouts)
    for (const capsLock of capsLocks)
      for (const host of hosts)
        for (const isDeadShifted of deadLevels) {
          const text = withoutSuffix(typed(strokes, { layout, capsLock, host, isDeadShifted }) ?? '');
          if (text !== '' && !seen.has(text)) readings.push({ text, layout, capsLock, rank });
          seen.add(text);
        }
  return readings;
}

const capsModes = ['off', 'letters', 'all'] as const;

interface Hypothesis {
  readonly layout: WedgeReading['layout'];
  readonly capsLock: WedgeReading['capsLock'];
  /** Which level a dead key had, where the recording does not tell. */
  readonly isDeadShifted: boolean;
  readonly host: LayoutName | undefined;
}

function typed(strokes: readonly Stroke[], hypothesis: Hypothesis): string | undefined {
  let text = '';
  let accent = '';
  for (const stroke of strokes) {
    const piece = hypothesis.layout === 'host' ? onHost(stroke, hypothesis) : onScanner(stroke, hypothesis);
    if (piece === undefined) return undefined;
    if (hypothesis.layout === 'host' && stroke.key === 'Dead') {
      accent += piece;
      continue;
    }
    text += combine(accent, piece, stroke);
    accent = '';
  }
  return text + accent;
}

/** An accent stands alone before a space or a letter that it does not fit; else the key already carries it. */
function combine(accent: string, piece: string, stroke: Stroke): string {
  if (accent === '' || [...stroke.key].length === 2) return piece;
  if (stroke.code === 'Space') return accent;
  return piece.normalize('NFD').length > 1 ? piece : accent + piece;
}

function onHost(stroke: Stroke, { capsLock, host, isDeadShifted }: Hypothesis): string | undefined {
  if (stroke.literal !== undefined) return stroke.literal;
  const onKeypad = keypad.get(stroke.code);
  if (onKeypad !== undefined) return onKeypad;
  const drawn = host && layouts[host].get(stroke.code);
  if (stroke.key === 'Dead')
    return drawn ? levelOf(drawn, deadShift(stroke, isDeadShifted), stroke.isAltGr) : '\ufffd';
  if (capsLock === 'off') return stroke.key;
  if (capsLock === 'letters') return swapCase(stroke.key);
  return drawn && levelOf(drawn, stroke.key === drawn.plain, false);
}

function onScanner(stroke: Stroke, hypothesis: Hypothesis): string | undefined {
  const { layout, capsLock, host, isDeadShifted } = hypothesis;
  if (stroke.literal !== undefined) return stroke.literal;
  const onKeypad = keypad.get(stroke.code);
  if (onKeypad !== undefined) return onKeypad;
  const drawn = layout === 'host' ? undefined : layouts[layout].get(stroke.code);
  if (!drawn) return undefined;
  if (stroke.key === 'Dead') return levelOf(drawn, deadShift(stroke, isDeadShifted), stroke.isAltGr);
  const isShifted = shiftOf(stroke, host);
  // Only a Shift that was guessed from the host's character is turned round by Caps Lock.
  const isTurned =
    stroke.isShifted === undefined &&
    (capsLock === 'all' || (capsLock === 'letters' && isTurnedByCapsLock(stroke, host)));
  return levelOf(drawn, isTurned ? !isShifted : isShifted, stroke.isAltGr);
}

/** Caps Lock turns keys whose two levels are one letter, and makes capitals of accented letters (`É`). */
function isTurnedByCapsLock({ key, code }: Stroke, host: LayoutName | undefined): boolean {
  const drawn = host && layouts[host].get(code);
  if (drawn?.plain === key || drawn?.shifted === key) return drawn.shifted === drawn.plain.toUpperCase();
  return swapCase(key) !== key;
}

function deadShift(stroke: Stroke, guessed: boolean): boolean {
  // On these keys only the plain level is dead, on every layout that has them so.
  const isPlainOnly = stroke.code === 'Backquote' || stroke.code === 'BracketRight';
  return stroke.isShifted ?? (isPlainOnly ? false : guessed);
}

function swapCase(text: string): string {
  const lower = text.toLowerCase();
  const swapped = text === lower ? text.toUpperCase() : lower;
  return swapped.length === text.length ? swapped : text;
}

/** ALT mode types its suffix as text. */
function withoutSuffix(text: string): string {
  return withoutEnd(text, '\r\n\t');
}

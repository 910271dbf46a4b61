import { type KeyChain, recordsIn } from './key-chain.ts';
import { type KeyRecord, type KeyRole, roleOf, type WedgeBurst } from './key-record.ts';

/** Speeds and lengths that tell a scanner from a person; all times in milliseconds. */
export interface WedgeLimits {
  /** The longest pause between the first keys of a scan: scanners send one every 1 to 30 ms. */
  readonly gapMs: number;
  /** The longest pause once the burst is established (radio scanners stall); longer is the end by silence. */
  readonly establishedGapMs: number;
  /** The longest pause in the middle of what is a scan already, and between slow first keys and the rest. */
  readonly stallMs: number;
  /** From this many keys at machine speed on, the keys are a scanner's and the leaked first one is taken back. */
  readonly establishedStrokes: number;
  /** Fewer keys are no scan and are given back. */
  readonly minimumStrokes: number;
  /** The slowest mean pause of a scan. Nobody types six keys faster. */
  readonly meanGapMs: number;
  /** How long a second suffix (CR LF) is still swallowed after the end. */
  readonly coolDownMs: number;
}

export const wedgeLimits: WedgeLimits = {
  gapMs: 40,
  establishedGapMs: 90,
  stallMs: 220,
  establishedStrokes: 4,
  minimumStrokes: 6,
  meanGapMs: 36,
  coolDownMs: 60,
};

/** More keys do not go ahead of a scan, however slowly it begins. */
const mostLeading = 12;

/** The longest text in ALT mode, with four digits to a character, and some more to be refused as too long. */
const maximumStrokes = 20_000;

export interface WedgeState {
  readonly phase: 'idle' | 'gathering' | 'cooling';
  /** Everything since the burst began, modifiers and key-ups included. */
  readonly records: KeyChain | undefined;
  readonly strokes: number;
  readonly firstStroke: KeyRecord | undefined;
  /** The text keys behind the first that are held back and would have to be given back to a person. */
  readonly held: KeyChain | undefined;
  readonly target: KeyTarget;
  /** What became of the first key: with the person, held back, or taken back from the field. */
  readonly firstKey: 'passed' | 'held';
  readonly startedAt: number;
  /** So far one and the same key came over and over. */
  readonly isOneKey: boolean;
  /** The longest pause since it was a scan: a machine under load, not a slow scanner. */
  readonly stalledMs: number;
  /** Keys that were taken for a person's just before: the first of a scan that began slowly. */
  readonly lead: readonly KeyRecord[];
  /** When the last key-down came, or when cooling began. */
  readonly lastAt: number;
  /** Keys whose key-down was swallowed: their key-up is swallowed too. */
  readonly swallowedCodes: readonly string[];
}

export const idleWedge: WedgeState = {
  phase: 'idle',
  records: undefined,
  strokes: 0,
  firstStroke: undefined,
  held: undefined,
  target: 'page',
  firstKey: 'passed',
  startedAt: 0,
  isOneKey: true,
  stalledMs: 0,
  lead: [],
  lastAt: Number.NEGATIVE_INFINITY,
  swallowedCodes: [],
};

export type WedgeEffect =
  /** A burst may begin with this key: remember what the focused field holds, for `retract`. */
  | { readonly kind: 'begin' }
  /** A scan is complete. */
  | { readonly kind: 'scan'; readonly burst: WedgeBurst }
  /** Put the field back as it was before the first key: a scanner is typing. */
  | { readonly kind: 'retract' }
  /** A person typed these: hand them over now, before the present event goes on. */
  | { readonly kind: 'give-back'; readonly records: readonly KeyRecord[] };

export interface WedgeStep {
  readonly state: WedgeState;
  /** The event must not reach the window. */
  readonly isSwallowed: boolean;
  readonly effects: readonly WedgeEffect[];
  /** Call `wakeWedge` at this time if no other key came. */
  readonly wakeAt?: number;
}

/**
 * Where a key would go. In a text field the first key of a burst goes on at once (and is taken back by `retract`),
 * the next are held; in a field of parts (date, time, list) all go on until a scanner shows; on the page (buttons,
 * hotkeys) all are held.
 */
export type KeyTarget = 'text' | 'parts' | 'page';

/** What becomes of one key event that is on its way to `target`. */
export function stepWedge(
  state: WedgeState,
  record: KeyRecord,
  target: KeyTarget,
  limits: WedgeLimits = wedgeLimits,
): WedgeStep {
  if (record.type === 'keyup') return stepKeyUp(state, record, limits);
  const due = wakeWedge(state, record.timeStamp, limits);
  const step = stepKeyDown(due.state, record, target, limits);
  return { ...step, effects: [...due.effects, ...step.effects] };
}

/** Ends what silence ends: a complete burst becomes a scan, a person's keys are given back. */
export function wakeWedge(state: WedgeState, now: number, limits: WedgeLimits = wedgeLimits): WedgeStep {
  if (state.phase === 'idle') return pass(state);
  if (now <= deadline(state, limits)) return { ...pass(state), wakeAt: deadline(state, limits) };
  if (state.phase === 'cooling') return pass(idleAfter(state));
  return finish(state, 'silence', state.lastAt, limits);
}

function stepKeyUp(state: WedgeState, record: KeyRecord, limits: WedgeLimits): WedgeStep {
  const isSwallowed = state.swallowedCodes.includes(record.code);
  const swallowedCodes = state.swallowedCodes.filter((code) => code !== record.code);
  if (state.phase !== 'gathering') return { state: { ...state, swallowedCodes }, isSwallowed, effects: [] };
  const next = { ...state, swallowedCodes, records: added(state, record) };
  return { state: next, isSwallowed, effects: [], wakeAt: deadline(next, limits) };
}

function stepKeyDown(
  state: WedgeState,
  record: KeyRecord,
  target: KeyTarget,
  limits: WedgeLimits,
): WedgeStep {
  const role = roleOf(record);
  if (state.phase === 'cooling' && role === 'suffix') return swallow(state, record);
  if (state.phase !== 'gathering') return begin(state, record, role, target, limits);
  if (record.repeat || record.isComposing) return giveUp(state);
  if (role === 'suffix') return end(state, record, limits);
  if (role === 'modifier') return gatherModifier(state, record, limits);
  if (role === 'character') return gather(state, record, limits);
  // Foreign keys inside a burst belong to a hostile or badly set code; the reader refuses it.
  const isMachine = state.strokes >= (role === 'control-character' ? 2 : limits.minimumStrokes);
  return isMachine ? gather(state, record, limits) : giveUp(state);
}

function begin(
  state: WedgeState,
  record: KeyRecord,
  role: KeyRole,
  target: KeyTarget,
  limits: WedgeLimits,
): WedgeStep {
  // A Shift or Alt that leads the first key tells Caps Lock and ALT mode apart later.
  if (role === 'modifier')
    return pass({
      ...idleAfter(state),
      records: { last: record, before: undefined },
      lastAt: record.timeStamp,
    });
  if (role !== 'character' || record.repeat || record.isComposing || record.key === ' ')
    return pass({ ...idleAfter(state), lead: [] });
  const isHeld = target === 'page' && record.key !== 'Dead';
  const isLed = record.timeStamp - state.lastAt <= limits.gapMs && state.phase === 'idle';
  const next: WedgeState = {
    ...idleAfter(state),
    phase: 'gathering',
    records: { last: record, before: isLed ? state.records : undefined },
    strokes: 1,
    firstStroke: record,
    target,
    firstKey: isHeld ? 'held' : 'passed',
    startedAt: isLed ? state.lastAt : record.timeStamp,
    lead: isNear(state.lead.at(-1), record, limits) ? state.lead : [],
    lastAt: record.timeStamp,
  };
  const wakeAt = deadline(next, limits);
  const step = isHeld ? swallow(next, record) : pass(next);
  return { ...step, effects: [{ kind: 'begin' }], wakeAt };
}

function gather(state: WedgeState, record: KeyRecord, limits: WedgeLimits): WedgeStep {
  const strokes = state.strokes + 1;
  const isRetracting = state.firstKey === 'passed' && strokes === limits.establishedStrokes;
  // What cannot be given back must go through: a dead key, so that the next one carries its accent, and keys
  // that the browser turns into parts of a date.
  const cannotReturn = record.key === 'Dead' || state.target === 'parts';
  const isPassed = cannotReturn && strokes < limits.establishedStrokes;
  const isSameKey = record.code === state.firstStroke?.code && record.key === state.firstStroke.key;
  const next: WedgeState = {
    ...state,
    records: added(state, record),
    strokes,
    held: isPassed || record.key === 'Dead' ? state.held : { last: record, before: state.held },
    firstKey: isRetracting ? 'held' : state.firstKey,
    isOneKey: state.isOneKey && isSameKey,
    stalledMs: stalled(state, record, limits),
    lastAt: record.timeStamp,
  };
  return {
    ...(isPassed ? pass(next) : swallow(next, record)),
    effects: isRetracting ? [{ kind: 'retract' }] : [],
    wakeAt: deadline(next, limits),
  };
}

function gatherModifier(state: WedgeState, record: KeyRecord, limits: WedgeLimits): WedgeStep {
  const stalledMs = stalled(state, record, limits);
  const next = { ...state, records: added(state, record), stalledMs, lastAt: record.timeStamp };
  // Alt alone would open a menu; Shift and Control alone do nothing.
  const step = record.key === 'Alt' ? swallow(next, record) : pass(next);
  return { ...step, wakeAt: deadline(next, limits) };
}

function end(state: WedgeState, record: KeyRecord, limits: WedgeLimits): WedgeStep {
  if (!isScan(state, limits)) {
    const given = giveUp(state);
    return { ...given, state: { ...given.state, lead: [] } };
  }
  const endedBy = record.key === 'Tab' ? 'Tab' : 'Enter';
  const step = finish(state, endedBy, record.timeStamp, limits);
  return { ...swallow(step.state, record), effects: step.effects };
}

function finish(
  state: WedgeState,
  endedBy: WedgeBurst['endedBy'],
  endedAt: number,
  limits: WedgeLimits,
): WedgeStep {
  if (!isScan(state, limits)) return { ...giveUp(state), isSwallowed: false };
  const burst: WedgeBurst = {
    records: recordsIn(state.records),
    endedBy,
    startedAt: state.startedAt,
    endedAt,
    ...(state.lead.length > 0 ? { lead: state.lead } : {}),
  };
  const cooling: WedgeState = { ...idleAfter(state), lead: [], phase: 'cooling', lastAt: endedAt };
  return { state: cooling, isSwallowed: false, effects: [{ kind: 'scan', burst }] };
}

function giveUp(state: WedgeState): WedgeStep {
  const first = state.firstKey === 'held' && state.firstStroke ? [state.firstStroke] : [];
  const records = [...first, ...recordsIn(state.held)];
  const effects: WedgeEffect[] = records.length > 0 ? [{ kind: 'give-back', records }] : [];
  const characters = recordsIn(state.records).filter(isCharacterDown);
  const lead = [...state.lead, ...characters].slice(-mostLeading);
  return { state: { ...idleAfter(state), lead }, isSwallowed: false, effects };
}

function isCharacterDown(record: KeyRecord): boolean {
  return record.type !== 'keyup' && roleOf(record) === 'character';
}

function isNear(before: KeyRecord | undefined, record: KeyRecord, { stallMs }: WedgeLimits): boolean {
  return before !== undefined && record.timeStamp - before.timeStamp <= stallMs;
}

function stalled(state: WedgeState, record: KeyRecord, limits: WedgeLimits): number {
  return isScan(state, limits) ? Math.max(state.stalledMs, record.timeStamp - state.lastAt) : 0;
}

function isScan(
  { strokes, startedAt, lastAt, isOneKey, stalledMs }: WedgeState,
  limits: WedgeLimits,
): boolean {
  const meanGapMs = (lastAt - startedAt - stalledMs) / Math.max(1, strokes - 1);
  // One key over and over is a key held down, on systems that do not mark repeats.
  return strokes >= limits.minimumStrokes && meanGapMs <= limits.meanGapMs && !isOneKey;
}

/** Beyond any code that is read, keys are still swallowed but no longer kept. */
function added({ records, strokes }: WedgeState, record: KeyRecord): KeyChain | undefined {
  return strokes > maximumStrokes ? records : { last: record, before: records };
}

function deadline(state: WedgeState, limits: WedgeLimits): number {
  if (state.phase === 'cooling') return state.lastAt + limits.coolDownMs;
  if (isScan(state, limits)) return state.lastAt + limits.stallMs;
  const isEstablished = state.strokes >= limits.establishedStrokes;
  return state.lastAt + (isEstablished ? limits.establishedGapMs : limits.gapMs);
}

function idleAfter(state: WedgeState): WedgeState {
  return { ...idleWedge, swallowedCodes: state.swallowedCodes, lead: state.lead };
}

function pass(state: WedgeState): WedgeStep {
  return { state, isSwallowed: false, effects: [] };
}

function swallow(state: WedgeState, record: KeyRecord): WedgeStep {
  const swallowedCodes = [...new Set([...state.swallowedCodes, record.code])];
  return { state: { ...state, swallowedCodes }, isSwallowed: true, effects: [] };
}

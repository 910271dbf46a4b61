import type { FridgeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { LotEntry } from './lot-entry.ts';

/** Closed vials that came in together. */
export interface Batch {
  readonly vials: number;
  readonly fridgeId?: FridgeId;
  /** The last day on which they can be opened after thawing. */
  readonly thawedUntil?: PlainDate;
}

/** Where the books and the shelf did not agree. It stays, whatever comes afterwards. */
export type Difference =
  | { readonly kind: 'counted'; readonly at: Instant; readonly expected: number; readonly vials: number }
  /** Vials were opened or discarded that the books did not have: they must have come in unnoticed. */
  | { readonly kind: 'never-received'; readonly at: Instant; readonly vials: number };

export interface LotState {
  readonly expiresOn?: PlainDate;
  /** Who says that it may be used for longer than is printed on it. */
  readonly extendedBy?: string;
  /** Why nothing of it is given; undefined where it may be. */
  readonly blocked?: string;
  /** Closed vials in the order in which they came in; those whose time after thawing ends first are taken first. */
  readonly batches: readonly Batch[];
  readonly received: number;
  readonly opened: number;
  readonly differences: readonly Difference[];
}

const noStock: LotState = { batches: [], received: 0, opened: 0, differences: [] };

/** The book of a lot read from its first line, in the order of the clocks; undefined for a lot without one. */
export function lotStateOf(book: readonly LotEntry[]): LotState | undefined {
  return book.length === 0 ? undefined : book.reduce(withEntry, noStock);
}

/** Never negative: what the books lack when a vial is taken is a difference. */
export function closedVials({ batches }: Pick<LotState, 'batches'>): number {
  return batches.reduce((sum, { vials }) => sum + vials, 0);
}

/**
 * Whether all that is closed can still be opened on that day by its thawing. A vial in the hand does not show with which
 * delivery it came: as long as one of the lot was thawed too long ago, it may be any of them.
 */
export function isThawedInTime({ batches }: LotState, on: PlainDate): boolean {
  return batches.every(({ thawedUntil }) => thawedUntil === undefined || thawedUntil >= on);
}

/**
 * Until when it can be used: as long as was extended, else the earlier of what came in and what the vial says. Undefined
 * where nobody knows.
 */
export function usableDay(lot: LotState | undefined, printed: PlainDate | undefined): PlainDate | undefined {
  const booked = lot?.expiresOn;
  if (booked === undefined || printed === undefined || lot?.extendedBy !== undefined)
    return booked ?? printed;
  return booked < printed ? booked : printed;
}

function withEntry(state: LotState, entry: LotEntry): LotState {
  const { kind, at, vials, lines = 1, expiresOn, words } = entry;
  switch (kind) {
    case 'received':
      return {
        ...state,
        ...(expiresOn && state.extendedBy === undefined
          ? { expiresOn: earlier(state.expiresOn, expiresOn) }
          : {}),
        received: state.received + vials,
        batches: vials > 0 ? [...state.batches, batchOf(entry)] : state.batches,
      };
    case 'opened':
      return { ...taken(state, vials, at), opened: state.opened + lines };
    case 'discarded':
      return taken(state, vials, at);
    case 'counted':
      return counted(state, vials, at);
    case 'extended':
      return { ...state, ...(expiresOn ? { expiresOn } : {}), extendedBy: words ?? '' };
    case 'blocked':
      return { ...state, blocked: words ?? '' };
    case 'released': {
      const { blocked: _, ...released } = state;
      return released;
    }
  }
}

/** One lot has one day of expiry: of two that were told, the one that harms nobody until somebody extends it. */
function earlier(known: PlainDate | undefined, told: PlainDate): PlainDate {
  return known !== undefined && known < told ? known : told;
}

function batchOf({ vials, fridgeId, thawedUntil }: LotEntry): Batch {
  return { vials, ...(fridgeId ? { fridgeId } : {}), ...(thawedUntil ? { thawedUntil } : {}) };
}

function taken(state: LotState, vials: number, at: Instant): LotState {
  const missing = vials - closedVials(state);
  const batches = without(state.batches, vials);
  if (missing <= 0) return { ...state, batches };
  const difference = { kind: 'never-received' as const, at, vials: missing };
  return { ...state, batches, differences: [...state.differences, difference] };
}

/** What was counted is what is there, against what the books say by all that is known now. */
function counted(state: LotState, vials: number, at: Instant): LotState {
  const expected = closedVials(state);
  if (vials === expected) return state;
  const batches =
    vials < expected ? without(state.batches, expected - vials) : withMore(state.batches, vials - expected);
  const difference = { kind: 'counted' as const, at, expected, vials };
  return { ...state, batches, differences: [...state.differences, difference] };
}

function withMore(batches: readonly Batch[], vials: number): Batch[] {
  const last = batches.at(-1);
  return last ? [...batches.slice(0, -1), { ...last, vials: last.vials + vials }] : [{ vials }];
}

function without(batches: readonly Batch[], vials: number): Batch[] {
  let open = vials;
  const left = new Map(batches.map((batch) => [batch, batch.vials]));
  for (const batch of batches.toSorted(byTimeAfterThawing)) {
    const fromHere = Math.min(open, batch.vials);
    open -= fromHere;
    left.set(batch, batch.vials - fromHere);
  }
  return batches.flatMap((batch) => {
    const vialsLeft = left.get(batch) ?? 0;
    return vialsLeft === 0 ? [] : [{ ...batch, vials: vialsLeft }];
  });
}

/** What is frozen comes last; of those with one end those that came in first. */
function byTimeAfterThawing(one: Batch, other: Batch): number {
  const [first, second] = [one.thawedUntil ?? '9999', other.thawedUntil ?? '9999'];
  return first < second ? -1 : Number(first > second);
}

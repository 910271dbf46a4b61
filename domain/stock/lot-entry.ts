import type { FridgeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { vialDataOf } from '../products/vial-data.ts';
import type { StationEvent } from '../station-event.ts';

export const lotEntryKinds = [
  'received',
  'opened',
  'discarded',
  'counted',
  'extended',
  'blocked',
  'released',
] as const;

/** One line in the book of a lot. */
export interface LotEntry {
  readonly kind: (typeof lotEntryKinds)[number];
  readonly at: Instant;
  /** Closed vials that came, went or were counted; 0 where it is about none. */
  readonly vials: number;
  /** How many lines of its kind it stands for; one where left out. */
  readonly lines?: number;
  readonly expiresOn?: PlainDate;
  /** The last day on which what came can be opened after thawing. */
  readonly thawedUntil?: PlainDate;
  readonly fridgeId?: FridgeId;
  /** Source or reason, in the words of whoever recorded it. */
  readonly words?: string;
}

/** The line that an event makes in the book of its lot; undefined for one that makes none. */
export function lotEntryOf(event: StationEvent, at: Instant): LotEntry | undefined {
  switch (event.type) {
    case 'StockReceived': {
      const { vials, expiresOn, thawedOn, fridgeId, source } = event.data;
      const thawDays = event.version === 1 ? vialDataOf(event.data.productId).thawDays : event.data.thawDays;
      const thawedUntil = thawedOn && thawDays !== undefined ? addDays(thawedOn, thawDays) : undefined;
      return {
        kind: 'received',
        at,
        vials,
        expiresOn,
        words: source,
        ...(thawedUntil ? { thawedUntil } : {}),
        ...(fridgeId ? { fridgeId } : {}),
      };
    }
    case 'VialOpened':
      return { kind: 'opened', at, vials: 1 };
    case 'VialDiscarded': {
      const { vialId, vials, reason, note } = event.data;
      return { kind: 'discarded', at, vials: vialId ? 0 : vials, words: note ?? reason };
    }
    case 'StockCounted':
      return { kind: 'counted', at, vials: event.data.vials };
    case 'LotExpiryExtended': {
      const { expiresOn, source } = event.data;
      return { kind: 'extended', at, vials: 0, expiresOn, words: source };
    }
    case 'LotBlocked':
      return { kind: 'blocked', at, vials: 0, words: event.data.reason };
    case 'LotReleased':
      return { kind: 'released', at, vials: 0, words: event.data.reason };
    default:
      return undefined;
  }
}

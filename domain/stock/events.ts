import type { EventOf } from '../kernel/event.ts';
import type { DoseId, FridgeId, PersonId, ProductId, StaffId, VialId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { MoveObjection, VialObjection } from './vial-objection.ts';

/** One lot of one product at the centre. All events of a lot are in its own stream. */
export interface LotName {
  readonly productId: ProductId;
  readonly lot: string;
}

/** A lot is the same however its letters were typed. */
export function lotStreamOf({ productId, lot }: LotName): string {
  return `lot:${productId}:${lot.trim().toUpperCase()}`;
}

/** The stream of the centre's fridges. */
export const FRIDGES_STREAM = 'fridges';

/** What came in, as the delivery and its code say. */
export type ReceivedStock = LotName & {
  readonly vials: number;
  /** Usable up to and including this day, as it is printed. */
  readonly expiresOn: PlainDate;
  /** The day on which they were taken out of the freezer; absent where they never were in one, or still are. */
  readonly thawedOn?: PlainDate;
  readonly fridgeId?: FridgeId;
  /** Who delivered them, as the delivery note says. */
  readonly source: string;
  readonly how: 'scanned' | 'typed';
  /** GTIN or PZN, and the serial number of the box, where a code told them. */
  readonly productCode?: string;
  readonly serial?: string;
};

/** Vials came in. Since version 2 with how long they can be opened after thawing, as the centre reckoned then. */
export type StockReceived =
  | EventOf<'StockReceived', 1, ReceivedStock>
  | EventOf<'StockReceived', 2, ReceivedStock & { readonly thawDays?: number }>;

/** A vial was pierced or diluted: from then on its time runs. */
export type VialOpened = EventOf<
  'VialOpened',
  1,
  LotName & {
    readonly vialId: VialId;
    readonly doses: number;
    /** By the product's data as it was known then; absent where the vial is used at once. */
    readonly usableUntil?: Instant;
    /** The vial's own number, where its code has one. */
    readonly serial?: string;
  }
>;

/**
 * A dose was taken out of a vial. In the stream of the person, beside their `DoseAdministered`. Without `vialId` it came
 * from no vial that is known here. A dose that is voided stays drawn: it is in the vial no more.
 */
export type DoseDrawn = EventOf<
  'DoseDrawn',
  1,
  LotName & {
    readonly doseId: DoseId;
    readonly personId: PersonId;
    readonly vialId?: VialId;
    /** What the stock had against it and the desk went on with. */
    readonly objections: readonly VialObjection[];
    /** Who agreed to a grave one, and why: free words may name somebody, so they lie under the person's key. */
    readonly approvedBy?: StaffId;
    readonly personal?: { readonly reason: string };
  }
>;

/**
 * A dose that was booked as drawn from one lot was of another: its lot or vaccine was corrected. In the stream of the
 * person, beside their `DoseCorrected`. The one it was booked from has it back by the books; without `vialId` it came
 * from no vial that is known here.
 */
export type DrawMoved = EventOf<
  'DrawMoved',
  1,
  LotName & {
    readonly doseId: DoseId;
    readonly personId: PersonId;
    readonly from: LotName & { readonly vialId?: VialId };
    readonly vialId?: VialId;
    readonly objections: readonly MoveObjection[];
  }
>;

export const wasteReasons = [
  'empty',
  'time-over',
  'expired',
  'broken',
  'contaminated',
  'cold-chain',
  'day-end',
  'other',
] as const;
export type WasteReason = (typeof wasteReasons)[number];

/** What can be said of a vial that nobody opened: its time after opening never ran, and it is full. */
export function wasteReasonsOfClosed(): WasteReason[] {
  return wasteReasons.filter((reason) => reason !== 'empty' && reason !== 'time-over');
}

/** A vial that was opened, or closed ones, went into the waste. */
export type VialDiscarded = EventOf<
  'VialDiscarded',
  1,
  LotName & {
    /** Absent for vials that were never opened. */
    readonly vialId?: VialId;
    readonly vials: number;
    /** How many doses were lost with them. */
    readonly doses: number;
    readonly reason: WasteReason;
    /** What the reasons do not say. */
    readonly note?: string;
  }
>;

/** The lot may be used for longer than is printed on it, and who says so. */
export type LotExpiryExtended = EventOf<
  'LotExpiryExtended',
  1,
  LotName & { readonly expiresOn: PlainDate; readonly source: string }
>;

/** Nothing of this lot is given until it is released. One person is enough. */
export type LotBlocked = EventOf<'LotBlocked', 1, LotName & { readonly reason: string }>;

export type LotReleased = EventOf<
  'LotReleased',
  1,
  LotName & { readonly reason: string; readonly approvedBy: StaffId }
>;

/** The closed vials were counted; what the books said at that moment stands beside. */
export type StockCounted = EventOf<
  'StockCounted',
  1,
  LotName & { readonly vials: number; readonly expected: number }
>;

export type FridgeAdded = EventOf<
  'FridgeAdded',
  1,
  {
    readonly fridgeId: FridgeId;
    readonly name: string;
    readonly fromCelsius: number;
    readonly toCelsius: number;
  }
>;

export type FridgeRemoved = EventOf<'FridgeRemoved', 1, { readonly fridgeId: FridgeId }>;

export type FridgeTemperatureNoted = EventOf<
  'FridgeTemperatureNoted',
  1,
  { readonly fridgeId: FridgeId; readonly celsius: number; readonly note?: string }
>;

export type StockEvent =
  | StockReceived
  | VialOpened
  | DoseDrawn
  | DrawMoved
  | VialDiscarded
  | LotExpiryExtended
  | LotBlocked
  | LotReleased
  | StockCounted
  | FridgeAdded
  | FridgeRemoved
  | FridgeTemperatureNoted;

import type { ProductId, StaffId, VialId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { VialData } from '../products/vial-data.ts';
import { isLot } from '../vaccination/lot.ts';
import type { DrawRefusal } from './draw-dose.ts';
import {
  type LotBlocked,
  type LotExpiryExtended,
  type LotName,
  type LotReleased,
  type ReceivedStock,
  type StockCounted,
  type StockReceived,
  type VialDiscarded,
  type VialOpened,
  type WasteReason,
  wasteReasonsOfClosed,
} from './events.ts';
import { closedVials, isThawedInTime, type LotState } from './lot-state.ts';
import { dosesLeft, type OpenedVial, vialOpened } from './open-vial.ts';

/** More vials of one lot no centre takes in at once. */
export const mostVials = 100_000;

export type ReceiveStock = ReceivedStock & {
  /** Days in the fridge after thawing, as the centre reckons. */
  readonly thawDays: number | undefined;
  readonly today: PlainDate;
  /** The product that vials with this code are known to be of. */
  readonly productOfCode?: ProductId;
};
export type ReceiveRefusal =
  | 'lot-invalid'
  | 'lot-expired'
  | 'thawed-in-future'
  | 'source-missing'
  | 'vial-of-other-product';

/** Takes vials in. What is expired already is sent back, not put into the fridge. */
export function decideReceive(command: ReceiveStock): Result<StockReceived[], ReceiveRefusal> {
  const { today, productOfCode, thawDays, ...facts } = command;
  const lot = facts.lot.trim();
  const source = facts.source.trim();
  if (!isLot(lot)) return refuse('lot-invalid');
  if (facts.expiresOn < today) return refuse('lot-expired');
  if (facts.thawedOn !== undefined && facts.thawedOn > today) return refuse('thawed-in-future');
  if (source === '') return refuse('source-missing');
  if (productOfCode !== undefined && productOfCode !== facts.productId)
    return refuse('vial-of-other-product');
  return accept([
    {
      type: 'StockReceived',
      version: 2,
      data: { ...facts, lot, source, ...(thawDays === undefined ? {} : { thawDays }) },
    },
  ]);
}

export interface OpenVial extends LotName {
  readonly vialId: VialId;
  readonly serial?: string;
  readonly now: Instant;
  readonly today: PlainDate;
  readonly vialData: VialData;
}
export type OpenRefusal =
  | 'lot-unknown'
  | 'lot-expired'
  | 'vial-already-open'
  | Extract<DrawRefusal, 'lot-blocked' | 'thaw-over'>;

/** Opens one before anybody sits in the chair. Nothing was given yet: what is wrong with it is refused outright. */
export function decideOpen(
  lot: LotState | undefined,
  vials: readonly OpenedVial[],
  command: OpenVial,
): Result<VialOpened[], OpenRefusal> {
  const { vialId, serial, now, today, vialData } = command;
  if (!lot) return refuse('lot-unknown');
  if (lot.blocked !== undefined) return refuse('lot-blocked');
  if (lot.expiresOn !== undefined && lot.expiresOn < today) return refuse('lot-expired');
  if (!isThawedInTime(lot, today)) return refuse('thaw-over');
  if (serial !== undefined && vials.some((vial) => vial.serial === serial))
    return refuse('vial-already-open');
  return accept([vialOpened(command, { vialId, openedAt: now, vialData, serial })]);
}

export interface DiscardVial extends LotName {
  readonly vialId?: VialId;
  /** Closed ones, where no vial is named. */
  readonly vials: number;
  readonly reason: WasteReason;
  readonly note: string;
}
export type DiscardRefusal =
  | 'lot-unknown'
  | 'vial-unknown'
  | 'vial-already-discarded'
  | 'more-than-there'
  | 'waste-reason-of-opened'
  | 'stock-note-missing';

export function decideDiscard(
  lot: LotState | undefined,
  opened: readonly OpenedVial[],
  { productId, lot: name, vialId, vials, reason, note: written }: DiscardVial,
  { dosesPerVial }: Pick<VialData, 'dosesPerVial'>,
): Result<VialDiscarded[], DiscardRefusal> {
  if (!lot) return refuse('lot-unknown');
  const note = written.trim();
  if (reason === 'other' && note === '') return refuse('stock-note-missing');
  const discarded = (data: Pick<VialDiscarded['data'], 'vialId' | 'vials' | 'doses'>): VialDiscarded => ({
    type: 'VialDiscarded',
    version: 1,
    data: { productId, lot: name, ...data, reason, ...(note === '' ? {} : { note }) },
  });
  if (vialId === undefined) {
    if (!wasteReasonsOfClosed().includes(reason)) return refuse('waste-reason-of-opened');
    if (vials > closedVials(lot)) return refuse('more-than-there');
    return accept([discarded({ vials, doses: vials * dosesPerVial })]);
  }
  const vial = opened.find((each) => each.vialId === vialId);
  if (!vial) return refuse('vial-unknown');
  if (vial.discarded !== undefined) return refuse('vial-already-discarded');
  return accept([discarded({ vialId, vials: 1, doses: dosesLeft(vial) })]);
}

/** The count stands whatever the books say: where they differ, the difference stays visible. */
export function decideCount(
  lot: LotState | undefined,
  { productId, lot: name, vials }: LotName & { readonly vials: number },
): Result<StockCounted[], 'lot-unknown'> {
  if (!lot) return refuse('lot-unknown');
  return accept([
    {
      type: 'StockCounted',
      version: 1,
      data: { productId, lot: name, vials, expected: closedVials(lot) },
    },
  ]);
}

/** A lot can be blocked before the first vial of it came: a warning may be faster than the delivery. */
export function decideBlock(
  lot: LotState | undefined,
  command: LotName & { readonly reason: string },
): Result<LotBlocked[], 'lot-invalid' | 'lot-already-blocked' | 'lot-reason-missing'> {
  const { productId, reason: written } = command;
  const name = command.lot.trim();
  const reason = written.trim();
  if (!isLot(name)) return refuse('lot-invalid');
  if (lot?.blocked !== undefined) return refuse('lot-already-blocked');
  if (reason === '') return refuse('lot-reason-missing');
  return accept([{ type: 'LotBlocked', version: 1, data: { productId, lot: name, reason } }]);
}

export function decideRelease(
  lot: LotState | undefined,
  command: LotName & { readonly reason: string; readonly approvedBy: StaffId },
): Result<LotReleased[], 'lot-not-blocked' | 'lot-reason-missing'> {
  const { productId, lot: name, approvedBy } = command;
  const reason = command.reason.trim();
  if (lot?.blocked === undefined) return refuse('lot-not-blocked');
  if (reason === '') return refuse('lot-reason-missing');
  return accept([{ type: 'LotReleased', version: 1, data: { productId, lot: name, reason, approvedBy } }]);
}

/** To a later day than the one that counts by now, and with who says so. */
export function decideExtend(
  lot: LotState | undefined,
  command: LotName & { readonly expiresOn: PlainDate; readonly source: string },
): Result<LotExpiryExtended[], 'lot-unknown' | 'not-later' | 'source-missing'> {
  const { productId, lot: name, expiresOn } = command;
  const source = command.source.trim();
  if (!lot) return refuse('lot-unknown');
  if (lot.expiresOn !== undefined && expiresOn <= lot.expiresOn) return refuse('not-later');
  if (source === '') return refuse('source-missing');
  return accept([
    { type: 'LotExpiryExtended', version: 1, data: { productId, lot: name, expiresOn, source } },
  ]);
}

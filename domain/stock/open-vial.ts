import type { VialId } from '../kernel/ids.ts';
import { addMinutes, type Instant } from '../kernel/instant.ts';
import type { VialData } from '../products/vial-data.ts';
import type { LotName, VialOpened, WasteReason } from './events.ts';
import type { VialObjection } from './vial-objection.ts';

/** A vial that was opened, with what was taken out of it. */
export interface OpenedVial {
  readonly vialId: VialId;
  /** The how manieth of its lot it was, from 1. */
  readonly number: number;
  readonly doses: number;
  readonly drawn: number;
  readonly openedAt: Instant;
  readonly usableUntil?: Instant;
  readonly serial?: string;
  /** Why it was thrown away; absent while it stands there. */
  readonly discarded?: WasteReason;
}

/** Doses that can still be taken out; never negative: what was drawn beyond is an objection at the dose. */
export function dosesLeft({ doses, drawn, discarded }: OpenedVial): number {
  return discarded === undefined ? Math.max(0, doses - drawn) : 0;
}

/** What speaks against another dose from it, the gravest first. */
export function objectionsTo(vial: OpenedVial, now: Instant): VialObjection[] {
  return [
    ...(vial.usableUntil !== undefined && vial.usableUntil <= now ? ['vial-past-use' as const] : []),
    ...(vial.discarded !== undefined && vial.discarded !== 'empty' ? ['vial-discarded' as const] : []),
    ...(vial.discarded === 'empty' || vial.drawn >= vial.doses ? ['vial-run-out' as const] : []),
  ];
}

export function isUsable(vial: OpenedVial, now: Instant): boolean {
  return objectionsTo(vial, now).length === 0;
}

export interface OpenedNow {
  readonly vialId: VialId;
  readonly openedAt: Instant;
  /** As the centre reckons. */
  readonly vialData: VialData;
  readonly serial?: string | undefined;
}

/** Until when a vial that is opened at that moment can be used; undefined where it is used at once. */
export function usableUntil(
  { usableHours }: Pick<VialData, 'usableHours'>,
  openedAt: Instant,
): Instant | undefined {
  return usableHours === undefined ? undefined : addMinutes(openedAt, usableHours * 60);
}

export function vialOpened(name: LotName, { vialId, openedAt, vialData, serial }: OpenedNow): VialOpened {
  const until = usableUntil(vialData, openedAt);
  return {
    type: 'VialOpened',
    version: 1,
    data: {
      productId: name.productId,
      lot: name.lot,
      vialId,
      doses: vialData.dosesPerVial,
      ...(until ? { usableUntil: until } : {}),
      ...(serial ? { serial } : {}),
    },
  };
}

import type { VialId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { LotName } from '../../../domain/stock/events.ts';
import { type LotState, lotStateOf } from '../../../domain/stock/lot-state.ts';
import type { LotGround } from '../../../domain/stock/vial-place.ts';
import type { Reads } from '../../context.ts';
import {
  bookOfLot,
  hasReceived,
  productReceivedAs,
  shortBookOfLot,
} from '../../store/tables/stock/lot-book.ts';
import { vialNamed, vialsOfLot } from '../../store/tables/stock/vials.ts';

/** What the rules about vials are decided on: the lot in the hand, and the vials of it. */
export function lotGroundOf(
  { db, now, settings }: Reads,
  name: LotName,
  named: { readonly vialId?: VialId; readonly serial?: string } = {},
): LotGround {
  const at = now();
  const recent = vialsOfLot(db, name);
  const older = named.vialId || named.serial ? vialNamed(db, name, named) : undefined;
  const lot = lotState({ db }, name);
  const otherProduct = lot?.received ? undefined : productReceivedAs(db, name);
  const isKnown = recent.some(({ vialId }) => vialId === older?.vialId);
  return {
    keepsStock: hasReceived(db),
    lot,
    ...(otherProduct ? { otherProduct } : {}),
    vials: older && !isKnown ? [older, ...recent] : recent,
    now: at,
    today: plainDateAt(at, settings.timeZone),
  };
}

export function lotState({ db }: Pick<Reads, 'db'>, name: LotName): LotState | undefined {
  const short = lotStateOf(shortBookOfLot(db, name));
  const isEnough = short?.differences.every(({ kind }) => kind !== 'never-received') ?? false;
  // Of vials that never came in each has a line to be told from.
  return isEnough ? short : lotStateOf(bookOfLot(db, name));
}

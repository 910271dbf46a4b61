import { idOf, type VialId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { type LotName, lotStreamOf } from '../../../domain/stock/events.ts';
import {
  type DiscardRefusal,
  type DiscardVial,
  decideDiscard,
  decideOpen,
  type OpenRefusal,
} from '../../../domain/stock/keep-stock.ts';
import type { Writes } from '../../context.ts';
import { lotGroundOf } from '../../queries/stock/lot-ground.ts';
import { centreVialData } from '../../store/tables/stock/centre-vial-data.ts';
import { runCommand } from '../run-command.ts';

export interface OpenVialInput extends LotName {
  readonly requestId?: string;
  readonly serial?: string;
}

/** Opens a vial ahead of the first dose: its time runs from now. */
export function openVial(
  station: Writes,
  actor: Actor,
  { requestId, ...name }: OpenVialInput,
): Result<{ vialId: VialId }, OpenRefusal> {
  return runCommand(station, { name: 'open-vial', actor, requestId }, () => {
    const { lot, vials, now, today } = lotGroundOf(station, name, name);
    const vialId = idOf<VialId>(station.newId());
    const decided = decideOpen(lot, vials, {
      ...name,
      vialId,
      now,
      today,
      vialData: centreVialData(station.db, name.productId),
    });
    if (!decided.ok) return decided;
    return accept({ stream: lotStreamOf(name), events: decided.value, value: { vialId } });
  });
}

/** Throws away a vial that was opened, or closed ones. */
export function discardVial(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: DiscardVial & { readonly requestId?: string },
): Result<{ lot: string }, DiscardRefusal> {
  return runCommand(station, { name: 'discard-vial', actor, requestId }, () => {
    const { lot, vials } = lotGroundOf(station, wish, wish);
    const decided = decideDiscard(lot, vials, wish, centreVialData(station.db, wish.productId));
    if (!decided.ok) return decided;
    return accept({ stream: lotStreamOf(wish), events: decided.value, value: { lot: wish.lot } });
  });
}

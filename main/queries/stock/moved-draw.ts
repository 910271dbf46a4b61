import type { DoseId } from '../../../domain/kernel/ids.ts';
import type { DrawMoved, LotName } from '../../../domain/stock/events.ts';
import { decideMoveDraw } from '../../../domain/stock/move-draw.ts';
import type { Reads } from '../../context.ts';
import { drawOfDose } from '../../store/tables/stock/dose-draws.ts';
import { lotGroundOf } from './lot-ground.ts';

/** What the stock has to book where a dose was of that lot; undefined where it has it so, or never booked the dose. */
export function movedDraw(
  station: Reads,
  doseId: DoseId,
  { productId, lot }: LotName,
): DrawMoved | undefined {
  const draw = drawOfDose(station.db, doseId);
  const to = { productId, lot: lot.trim() };
  return draw && decideMoveDraw(draw, to, lotGroundOf(station, to));
}

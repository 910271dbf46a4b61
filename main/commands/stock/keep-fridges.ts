import { type FridgeId, idOf } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { FRIDGES_STREAM, type StockEvent } from '../../../domain/stock/events.ts';
import {
  decideAddFridge,
  decideNoteTemperature,
  decideRemoveFridge,
  type Fridge,
} from '../../../domain/stock/fridge.ts';
import type { Writes } from '../../context.ts';
import { fridgesInUse } from '../../store/tables/stock/fridges.ts';
import { runCommand } from '../run-command.ts';

export function addFridge(
  station: Writes,
  actor: Actor,
  { requestId, ...fridge }: Omit<Fridge, 'fridgeId'> & { readonly requestId?: string },
) {
  const fridgeId = idOf<FridgeId>(station.newId());
  return changeFridge(station, actor, { name: 'add-fridge', requestId, fridgeId }, (fridges) =>
    decideAddFridge(fridges, { ...fridge, fridgeId }),
  );
}

/** What lies in it is moved by hand; its temperatures stay in the log. */
export function removeFridge(
  station: Writes,
  actor: Actor,
  { requestId, fridgeId }: { readonly requestId?: string; readonly fridgeId: FridgeId },
) {
  return changeFridge(station, actor, { name: 'remove-fridge', requestId, fridgeId }, (fridges) =>
    decideRemoveFridge(fridges, fridgeId),
  );
}

export function noteTemperature(
  station: Writes,
  actor: Actor,
  {
    requestId,
    ...noted
  }: {
    readonly requestId?: string;
    readonly fridgeId: FridgeId;
    readonly celsius: number;
    readonly note: string;
  },
) {
  const { fridgeId } = noted;
  return changeFridge(station, actor, { name: 'note-temperature', requestId, fridgeId }, (fridges) =>
    decideNoteTemperature(fridges, noted),
  );
}

function changeFridge<Refusal>(
  station: Writes,
  actor: Actor,
  call: { readonly name: string; readonly requestId: string | undefined; readonly fridgeId: FridgeId },
  decide: (fridges: readonly Fridge[]) => Result<readonly StockEvent[], Refusal>,
): Result<{ fridgeId: FridgeId }, Refusal> {
  const { name, requestId, fridgeId } = call;
  return runCommand(station, { name, actor, requestId }, () => {
    const decided = decide(fridgesInUse(station.db));
    if (!decided.ok) return decided;
    return accept({ stream: FRIDGES_STREAM, events: decided.value, value: { fridgeId } });
  });
}

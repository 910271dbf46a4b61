import type { FridgeId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { FridgeAdded, FridgeRemoved, FridgeTemperatureNoted } from './events.ts';

export interface Fridge {
  readonly fridgeId: FridgeId;
  readonly name: string;
  readonly fromCelsius: number;
  readonly toCelsius: number;
}

/** Where most vaccines are kept: 2 to 8 degrees. */
export const usualFridge = { fromCelsius: 2, toCelsius: 8 } as const;
/** What a thermometer can show: from deep-freeze boxes to a room in summer. */
export const celsiusLimits = { from: -100, to: 60 } as const;

export function decideAddFridge(
  fridges: readonly Fridge[],
  fridge: Fridge,
): Result<FridgeAdded[], 'fridge-name-missing' | 'fridge-name-taken' | 'fridge-range-wrong'> {
  const name = fridge.name.trim();
  if (name === '') return refuse('fridge-name-missing');
  if (fridges.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    return refuse('fridge-name-taken');
  if (fridge.fromCelsius >= fridge.toCelsius) return refuse('fridge-range-wrong');
  return accept([{ type: 'FridgeAdded', version: 1, data: { ...fridge, name } }]);
}

export function decideRemoveFridge(
  fridges: readonly Fridge[],
  fridgeId: FridgeId,
): Result<FridgeRemoved[], 'fridge-unknown'> {
  if (!fridges.some((fridge) => fridge.fridgeId === fridgeId)) return refuse('fridge-unknown');
  return accept([{ type: 'FridgeRemoved', version: 1, data: { fridgeId } }]);
}

/** Outside of the fridge's range somebody has to say what was done about it. */
export function decideNoteTemperature(
  fridges: readonly Fridge[],
  command: { readonly fridgeId: FridgeId; readonly celsius: number; readonly note: string },
): Result<FridgeTemperatureNoted[], 'fridge-unknown' | 'temperature-note-missing'> {
  const { fridgeId, celsius } = command;
  const note = command.note.trim();
  const fridge = fridges.find((each) => each.fridgeId === fridgeId);
  if (!fridge) return refuse('fridge-unknown');
  if (!isWithin(fridge, celsius) && note === '') return refuse('temperature-note-missing');
  return accept([
    {
      type: 'FridgeTemperatureNoted',
      version: 1,
      data: { fridgeId, celsius, ...(note === '' ? {} : { note }) },
    },
  ]);
}

export function isWithin(
  { fromCelsius, toCelsius }: Omit<Fridge, 'fridgeId' | 'name'>,
  celsius: number,
): boolean {
  return celsius >= fromCelsius && celsius <= toCelsius;
}

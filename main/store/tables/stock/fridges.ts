import type { FridgeId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { Fridge } from '../../../../domain/stock/fridge.ts';
import type { ReadableDb } from '../../database.ts';

export interface TemperatureRow {
  readonly at: Instant;
  readonly actor: string;
  readonly celsius: number;
  readonly note: string | null;
}

/** Those in use, by name. */
export function fridgesInUse(db: ReadableDb): Fridge[] {
  return db
    .all<{ fridge_id: FridgeId; name: string; from_celsius: number; to_celsius: number }>(
      'SELECT fridge_id, name, from_celsius, to_celsius FROM fridge WHERE removed_at IS NULL ORDER BY name, fridge_id',
    )
    .map(({ fridge_id, name, from_celsius, to_celsius }) => ({
      fridgeId: fridge_id,
      name,
      fromCelsius: from_celsius,
      toCelsius: to_celsius,
    }));
}

/** What was noted last, newest first. */
export function temperaturesOf(db: ReadableDb, fridgeId: FridgeId, most: number): TemperatureRow[] {
  return db.all<TemperatureRow>(
    `SELECT at, actor, celsius, note FROM fridge_temperature WHERE fridge_id = ?
      ORDER BY at DESC, event_id DESC LIMIT ?`,
    fridgeId,
    most,
  );
}

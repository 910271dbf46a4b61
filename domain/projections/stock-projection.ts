import type { RecordedEvent } from '../station-event.ts';
import { lotStreamOf } from '../stock/events.ts';
import { lotEntryOf } from '../stock/lot-entry.ts';
import { isSameLot } from '../vaccination/lot.ts';
import type { RowChange } from './row-change.ts';

/** The book of each lot, its vials, what was drawn from them, and the fridges. */
export function projectStock(recorded: RecordedEvent): RowChange[] {
  const { event, occurredAt } = recorded;
  switch (event.type) {
    case 'StockReceived':
    case 'VialOpened':
    case 'VialDiscarded':
    case 'StockCounted':
    case 'LotExpiryExtended':
    case 'LotBlocked':
    case 'LotReleased':
      return [...entryOf(recorded), ...vialOf(recorded)];
    case 'DoseDrawn': {
      const { doseId, personId, productId, lot, vialId, objections, approvedBy } = event.data;
      const row = {
        dose_id: doseId,
        person_id: personId,
        product_id: productId,
        lot,
        vial_id: vialId ?? null,
        drawn_at: occurredAt,
        objections: JSON.stringify(objections),
        approved_by: approvedBy ?? null,
      };
      return [{ op: 'put', table: 'dose_draw', row }];
    }
    case 'DrawMoved': {
      const { doseId, from, productId, lot, vialId, objections } = event.data;
      // Like the correction of the dose: of two that were made apart from each other both count.
      const set = {
        ...(productId === from.productId ? {} : { product_id: productId }),
        ...(isSameLot(lot, from.lot) ? {} : { lot }),
        vial_id: vialId ?? null,
        objections: JSON.stringify(objections),
        moved_at: occurredAt,
        moved_from: JSON.stringify({ productId: from.productId, lot: from.lot }),
      };
      return [{ op: 'set', table: 'dose_draw', where: { dose_id: doseId }, set }];
    }
    default:
      return fridgeChanges(recorded);
  }
}

function entryOf({ id, hlc, actor, event, occurredAt }: RecordedEvent): RowChange[] {
  const entry = lotEntryOf(event, occurredAt);
  if (!entry || !('lot' in event.data) || !('productId' in event.data)) return [];
  const { lot, productId } = event.data;
  const row = {
    event_id: id,
    lot_key: lotStreamOf({ productId, lot }),
    product_id: productId,
    lot,
    hlc,
    kind: entry.kind,
    at: entry.at,
    actor,
    vials: entry.vials,
    doses: event.type === 'VialDiscarded' ? event.data.doses : 0,
    expected: event.type === 'StockCounted' ? event.data.expected : null,
    expires_on: entry.expiresOn ?? null,
    thawed_until: entry.thawedUntil ?? null,
    fridge_id: entry.fridgeId ?? null,
    words: entry.words ?? null,
  };
  return [{ op: 'put', table: 'lot_entry', row }];
}

function vialOf({ hlc, event, occurredAt }: RecordedEvent): RowChange[] {
  if (event.type === 'VialOpened') {
    const { vialId, productId, lot, doses, usableUntil, serial } = event.data;
    const row = {
      vial_id: vialId,
      lot_key: lotStreamOf({ productId, lot }),
      product_id: productId,
      lot,
      hlc,
      doses,
      opened_at: occurredAt,
      usable_until: usableUntil ?? null,
      serial: serial ?? null,
      discarded_at: null,
      discard_reason: null,
    };
    return [{ op: 'put', table: 'vial', row }];
  }
  if (event.type !== 'VialDiscarded' || event.data.vialId === undefined) return [];
  const set = { discarded_at: occurredAt, discard_reason: event.data.reason };
  return [{ op: 'set', table: 'vial', where: { vial_id: event.data.vialId }, set }];
}

function fridgeChanges({ id, actor, event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'FridgeAdded': {
      const { fridgeId, name, fromCelsius, toCelsius } = event.data;
      const row = {
        fridge_id: fridgeId,
        name,
        from_celsius: fromCelsius,
        to_celsius: toCelsius,
        removed_at: null,
      };
      return [{ op: 'put', table: 'fridge', row }];
    }
    case 'FridgeRemoved': {
      const where = { fridge_id: event.data.fridgeId };
      return [{ op: 'set', table: 'fridge', where, set: { removed_at: occurredAt } }];
    }
    case 'FridgeTemperatureNoted': {
      const { fridgeId, celsius, note } = event.data;
      const row = { event_id: id, fridge_id: fridgeId, at: occurredAt, actor, celsius, note: note ?? null };
      return [{ op: 'put', table: 'fridge_temperature', row }];
    }
    default:
      return [];
  }
}

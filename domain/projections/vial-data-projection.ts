import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Which data of vials the centre's doctor confirmed. */
export function projectVialData({ event, occurredAt, actor }: RecordedEvent): RowChange[] {
  if (event.type !== 'VialDataConfirmed') return [];
  const { productId, dosesPerVial, usableHours, thawDays, source, approvedBy } = event.data;
  const row = {
    product_id: productId,
    doses_per_vial: dosesPerVial,
    usable_hours: usableHours ?? null,
    thaw_days: thawDays ?? null,
    source,
    confirmed_at: occurredAt,
    confirmed_by: actor,
    approved_by: approvedBy ?? null,
  };
  return [{ op: 'put', table: 'centre_vial_data', row }];
}

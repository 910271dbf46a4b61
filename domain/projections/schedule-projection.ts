import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Which schedule the centre confirmed for each vaccination. */
export function projectSchedule({ event, occurredAt, actor }: RecordedEvent): RowChange[] {
  if (event.type !== 'ScheduleVersionActivated') return [];
  const { group, book, version, approvedBy } = event.data;
  const row = {
    group_name: group,
    book,
    version,
    confirmed_at: occurredAt,
    confirmed_by: actor,
    approved_by: approvedBy ?? null,
  };
  return [{ op: 'put', table: 'centre_schedule', row }];
}

import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Where data went to from when on, and who changed it. */
export function projectDestination({ id, event, occurredAt, actor }: RecordedEvent): RowChange[] {
  if (event.type !== 'DestinationChanged') return [];
  const { destination, changed, address, publicUrl, proxy } = event.data;
  return [
    {
      op: 'put',
      table: 'destination_change',
      row: {
        change_id: id,
        actor,
        destination,
        changed: JSON.stringify(changed),
        address: address ?? null,
        public_url: publicUrl ?? null,
        proxy: proxy ?? null,
        changed_at: occurredAt,
      },
    },
  ];
}

import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** What somebody said last about messages on each channel. */
export function projectConsent({ event, occurredAt, actor }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'ConsentRecorded':
      return [
        {
          op: 'put',
          table: 'consent',
          row: {
            person_id: event.data.personId,
            channel: event.data.channel,
            is_given: event.data.isGiven ? 1 : 0,
            recorded_at: occurredAt,
            actor,
          },
        },
      ];
    case 'PersonErased':
      return [{ op: 'delete', table: 'consent', where: { person_id: event.data.personId } }];
    default:
      return [];
  }
}

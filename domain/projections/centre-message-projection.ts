import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** What the centre wrote to many, and what became of it at headquarters. */
export function projectCentreMessage(recorded: RecordedEvent): RowChange[] {
  const { event } = recorded;
  if (event.type === 'CentreMessageOrdered') {
    const { messageId, words, days } = event.data;
    const row = {
      message_id: messageId,
      words: JSON.stringify(words),
      from_day: days.from,
      to_day: days.to ?? null,
      ordered_at: recorded.occurredAt,
      ordered_by: recorded.actor,
      station_id: recorded.station,
      epoch: recorded.epoch,
      seq: recorded.seq,
      outcome: null,
      passes: null,
      mails: null,
    };
    return [{ op: 'put', table: 'centre_message', row }];
  }
  if (event.type !== 'CentreMessageSettled') return [];
  const { messageId, outcome, passes, mails } = event.data;
  const set = { outcome, passes, mails };
  return [{ op: 'set', table: 'centre_message', where: { message_id: messageId }, set }];
}

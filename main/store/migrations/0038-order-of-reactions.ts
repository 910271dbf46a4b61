import type { Migration } from './migration.ts';

/**
 * Reports of a reaction in the order of the log, not in that of a clock that may be set back. Nobody is observed after a
 * dose that was voided, whether they have left or not.
 */
export const orderOfReactions: Migration = {
  id: 38,
  name: 'order-of-reactions',
  sql: `
    ALTER TABLE adverse_event ADD COLUMN hlc TEXT NOT NULL DEFAULT '';
    UPDATE adverse_event SET hlc = coalesce((
      SELECT event.hlc FROM event
      WHERE event.stream = adverse_event.person_id AND event.type = 'AdverseEventRecorded'
        AND json_extract(event.data, '$.adverseEventId') = adverse_event.adverse_event_id
    ), '');
    UPDATE visit SET observed_from = NULL, observed_minutes = NULL
      WHERE observed_from IS NOT NULL AND stage = 'check-out'
        AND appointment_id IN (SELECT appointment_id FROM appointment WHERE status = 'checked-in');
  `,
};

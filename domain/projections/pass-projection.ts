import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/**
 * The passes in people's phones, as they should look by now. A revision is counted, not believed: two stations that
 * did not know of each other call theirs by one number.
 */
export function projectPass({ event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'PassIssued':
      return [
        {
          op: 'put',
          table: 'pass',
          row: {
            pass_id: event.data.passId,
            person_id: event.data.personId,
            key_id: event.data.keyId,
            template_id: event.data.templateId,
            template_version: event.data.templateVersion,
            revision: 0,
            dose_count: event.data.doseCount,
            last_dose_on: event.data.lastDoseOn ?? null,
            announced: null,
            message: null,
            updated_at: occurredAt,
            status: 'valid',
          },
        },
      ];
    case 'PassUpdated':
      return [
        {
          op: 'set',
          table: 'pass',
          where: { pass_id: event.data.passId },
          set: {
            dose_count: event.data.doseCount,
            last_dose_on: event.data.lastDoseOn ?? null,
            announced: event.data.announced ?? null,
            updated_at: occurredAt,
          },
          raise: 'revision',
        },
      ];
    case 'PassRedesigned':
      return [
        {
          op: 'set',
          table: 'pass',
          where: { pass_id: event.data.passId },
          set: {
            template_id: event.data.templateId,
            template_version: event.data.templateVersion,
            announced: event.data.message ? 'message' : null,
            ...(event.data.message ? { message: JSON.stringify(event.data.message) } : {}),
            updated_at: occurredAt,
          },
          raise: 'revision',
        },
      ];
    case 'PassVoided':
      return [
        {
          op: 'set',
          table: 'pass',
          where: { pass_id: event.data.passId },
          set: { updated_at: occurredAt, status: 'voided' },
          raise: 'revision',
        },
      ];
    default:
      return [];
  }
}

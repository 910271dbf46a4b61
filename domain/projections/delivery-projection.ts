import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** What reached whom, and how: messages, and passes that were handed over. */
export function projectDelivery({ id, event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'MessageSent': {
      const { personId, message, via, appointmentId } = event.data;
      return [
        delivered({
          id,
          personId,
          what: message,
          way: via,
          appointmentId: appointmentId ?? null,
          occurredAt,
        }),
      ];
    }
    case 'PassHandedOver': {
      const { personId, way } = event.data;
      return [delivered({ id, personId, what: 'pass', way, appointmentId: null, occurredAt })];
    }
    default:
      return [];
  }
}

function delivered(what: {
  id: string;
  personId: string;
  what: string;
  way: string;
  appointmentId: string | null;
  occurredAt: string;
}): RowChange {
  return {
    op: 'put',
    table: 'delivery',
    row: {
      delivery_id: what.id,
      person_id: what.personId,
      what: what.what,
      way: what.way,
      appointment_id: what.appointmentId,
      delivered_at: what.occurredAt,
    },
  };
}

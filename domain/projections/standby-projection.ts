import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Who waits for an earlier place, and what was offered to them. */
export function projectStandby({ event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'StandbyJoined': {
      const { standbyId, personId, productId, plannedDose, fromDay, toDay, lane, reach } = event.data;
      return [
        {
          op: 'put',
          table: 'standby',
          row: {
            standby_id: standbyId,
            person_id: personId,
            product_id: productId,
            planned_dose: plannedDose,
            from_day: fromDay,
            to_day: toDay,
            lane: lane ?? null,
            reach,
            joined_at: occurredAt,
            status: 'waiting',
          },
        },
      ];
    }
    case 'StandbyLeft': {
      const where = { standby_id: event.data.standbyId };
      return [{ op: 'set', table: 'standby', where, set: { status: 'left' } }];
    }
    case 'StandbyOffered': {
      const { offerId, standbyId, personId, place, occasion, expiresAt } = event.data;
      return [
        {
          op: 'put',
          table: 'standby_offer',
          row: {
            offer_id: offerId,
            standby_id: standbyId,
            person_id: personId,
            day: place.day,
            lane: place.lane ?? null,
            starts_at: place.startsAt,
            duration_minutes: place.durationMinutes,
            occasion,
            offered_at: occurredAt,
            expires_at: expiresAt,
            status: 'open',
          },
        },
      ];
    }
    case 'StandbyOfferEnded': {
      const where = { offer_id: event.data.offerId };
      return [{ op: 'set', table: 'standby_offer', where, set: { status: event.data.how } }];
    }
    default:
      return [];
  }
}

import type { StandbyReach } from '../../../../domain/appointments/standby-events.ts';
import type { LaneId, OfferId, PersonId, ProductId, StandbyId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { ReadableDb } from '../../database.ts';

export interface StandbyRow {
  readonly standby_id: StandbyId;
  readonly person_id: PersonId;
  readonly product_id: ProductId;
  readonly planned_dose: number;
  readonly from_day: PlainDate;
  readonly to_day: PlainDate;
  readonly lane: LaneId | null;
  readonly reach: StandbyReach;
  readonly joined_at: Instant;
}

export interface OfferRow {
  readonly offer_id: OfferId;
  readonly standby_id: StandbyId;
  readonly person_id: PersonId;
  readonly day: PlainDate;
  readonly lane: LaneId | null;
  readonly starts_at: Instant;
  readonly duration_minutes: number;
  readonly expires_at: Instant;
  readonly status: 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
}

/** Everybody who waits for a day from `today` on, the one who joined first at the top. */
export function waitingList(db: ReadableDb, today: PlainDate): StandbyRow[] {
  return db.all<StandbyRow>(
    `SELECT * FROM standby WHERE status = 'waiting' AND to_day >= ? ORDER BY joined_at, standby_id`,
    today,
  );
}

export function standbyOf(db: ReadableDb, personId: string): StandbyRow[] {
  return db.all<StandbyRow>(
    `SELECT * FROM standby WHERE person_id = ? AND status = 'waiting' ORDER BY joined_at`,
    personId,
  );
}

export function offersOf(db: ReadableDb, standbyId: string): OfferRow[] {
  return db.all<OfferRow>('SELECT * FROM standby_offer WHERE standby_id = ? ORDER BY offered_at', standbyId);
}

export function offerById(db: ReadableDb, offerId: string): OfferRow | undefined {
  return db.first<OfferRow>('SELECT * FROM standby_offer WHERE offer_id = ?', offerId);
}

export function openOffers(db: ReadableDb): OfferRow[] {
  return db.all<OfferRow>(`SELECT * FROM standby_offer WHERE status = 'open' ORDER BY day, starts_at`);
}

/** What an offer is about; undefined for an unknown one. */
export function offeredPlace(
  db: ReadableDb,
  offerId: string,
): (Pick<OfferRow, 'starts_at' | 'status'> & Pick<StandbyRow, 'planned_dose'>) | undefined {
  return db.first(
    `SELECT o.starts_at, o.status, s.planned_dose FROM standby_offer o
      JOIN standby s ON s.standby_id = o.standby_id WHERE o.offer_id = ?`,
    offerId,
  );
}

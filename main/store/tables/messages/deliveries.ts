import type { PersonId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { ReadableDb } from '../../database.ts';

export interface DeliveryRow {
  readonly delivery_id: string;
  readonly person_id: PersonId;
  readonly what: string;
  readonly way: string;
  readonly delivered_at: Instant;
}

/** What reached people since then, the newest first. */
export function deliveriesSince(db: ReadableDb, since: Instant, most: number): DeliveryRow[] {
  return db.all<DeliveryRow>(
    `SELECT delivery_id, person_id, what, way, delivered_at FROM delivery
      WHERE delivered_at >= ? ORDER BY delivered_at DESC LIMIT ?`,
    since,
    most,
  );
}

/** Everything that reached one person, oldest first. */
export function deliveriesOf(db: ReadableDb, personId: PersonId): DeliveryRow[] {
  return db.all<DeliveryRow>(
    `SELECT delivery_id, person_id, what, way, delivered_at FROM delivery
      WHERE person_id = ? ORDER BY delivered_at, delivery_id`,
    personId,
  );
}

export function countDeliveriesSince(db: ReadableDb, since: Instant): number {
  return (
    db.first<{ count: number }>('SELECT count(*) AS count FROM delivery WHERE delivered_at >= ?', since)
      ?.count ?? 0
  );
}

/** How the pass reached the person last. */
export function lastHandOver(db: ReadableDb, personId: PersonId): DeliveryRow | undefined {
  return db.first<DeliveryRow>(
    `SELECT delivery_id, person_id, what, way, delivered_at FROM delivery
      WHERE person_id = ? AND what = 'pass' ORDER BY delivered_at DESC LIMIT 1`,
    personId,
  );
}

/** Whether the pass reached the person that way since then. */
export function wasHandedOver(db: ReadableDb, personId: PersonId, way: string, since: Instant): boolean {
  return (
    db.first(
      `SELECT 1 FROM delivery WHERE person_id = ? AND what = 'pass' AND way = ? AND delivered_at >= ? LIMIT 1`,
      personId,
      way,
      since,
    ) !== undefined
  );
}

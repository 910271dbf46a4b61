import type { CloseReason, OpenLane } from '../../../../domain/appointments/slot-events.ts';
import type { SlotTemplate } from '../../../../domain/appointments/slot-template.ts';
import { slotKey, type TakenPlaces } from '../../../../domain/appointments/slots.ts';
import type { AppointmentId, LaneId, PersonId, ProductId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { ReadableDb } from '../../database.ts';

export interface LaneDay extends OpenLane {
  readonly day: PlainDate;
  readonly closeReason?: CloseReason;
}

interface LaneDayRow {
  readonly day: PlainDate;
  readonly lane: LaneId;
  readonly product_id: ProductId;
  readonly hours: string;
  readonly slot_minutes: number;
  readonly capacity: number;
  readonly close_reason: CloseReason | null;
}

/** Every lane of these days, closed ones too, day by day. */
export function lanesBetween(db: ReadableDb, from: PlainDate, to: PlainDate): LaneDay[] {
  return db
    .all<LaneDayRow>('SELECT * FROM lane_day WHERE day BETWEEN ? AND ? ORDER BY day, lane', from, to)
    .map((row) => ({
      day: row.day,
      lane: row.lane,
      productId: row.product_id,
      hours: JSON.parse(row.hours),
      slotMinutes: row.slot_minutes,
      capacity: row.capacity,
      ...(row.close_reason ? { closeReason: row.close_reason } : {}),
    }));
}

export function openLanesBetween(db: ReadableDb, from: PlainDate, to: PlainDate): LaneDay[] {
  return lanesBetween(db, from, to).filter(({ closeReason }) => closeReason === undefined);
}

/** Whether nobody is there on a day: it was closed, or left out when the days around it were opened, as holidays are. */
export function isClosedDay(db: ReadableDb, day: PlainDate): boolean {
  const lanes = lanesBetween(db, day, day);
  if (lanes.some(({ closeReason }) => closeReason === undefined)) return false;
  return lanes.length > 0 || day < (lastOpenDay(db) ?? '');
}

/** The last day with an open lane. */
export function lastOpenDay(db: ReadableDb): PlainDate | undefined {
  const row = db.first<{ day: PlainDate | null }>(
    'SELECT max(day) AS day FROM lane_day WHERE closed_at IS NULL',
  );
  return row?.day ?? undefined;
}

/** Places of a day that nobody else can have: dates that were not cancelled, and offers that still hold theirs. */
export function takenPlaces(db: ReadableDb, day: PlainDate, now: Instant, exceptOffer = ''): TakenPlaces {
  const taken = new Map<string, number>();
  const rows = db.all<{ lane: LaneId; starts_at: Instant; count: number }>(
    `SELECT lane, starts_at, count(*) AS count FROM (
        SELECT lane, starts_at FROM appointment
          WHERE day = ? AND lane IS NOT NULL AND status <> 'cancelled'
        UNION ALL
        SELECT lane, starts_at FROM standby_offer
          WHERE status = 'open' AND day = ? AND lane IS NOT NULL AND expires_at > ? AND offer_id <> ?)
      GROUP BY lane, starts_at`,
    day,
    day,
    now,
    exceptOffer,
  );
  for (const row of rows) taken.set(slotKey(row.lane, row.starts_at), row.count);
  return taken;
}

/** How many dates a lane (or, without one, no lane) has on each day. */
export function datesByLane(
  db: ReadableDb,
  from: PlainDate,
  to: PlainDate,
): { day: PlainDate; lane: LaneId | null; count: number }[] {
  return db.all(
    `SELECT day, lane, count(*) AS count FROM appointment
      WHERE day BETWEEN ? AND ? AND status NOT IN ('cancelled', 'elsewhere') GROUP BY day, lane ORDER BY day, lane`,
    from,
    to,
  );
}

/** Dates that are still expected on a day in these lanes; `undefined` means the whole day, dates outside of slots too. */
export function expectedOn(
  db: ReadableDb,
  day: PlainDate,
  lanes: readonly LaneId[] | undefined,
): { appointment_id: AppointmentId; person_id: PersonId }[] {
  const all = db.all<{ appointment_id: AppointmentId; person_id: PersonId; lane: LaneId | null }>(
    `SELECT appointment_id, person_id, lane FROM appointment
      WHERE day = ? AND status = 'booked' ORDER BY starts_at, appointment_id`,
    day,
  );
  return lanes ? all.filter(({ lane }) => lane !== null && lanes.includes(lane)) : all;
}

/**
 * How many people are expected on a day (in these lanes), have an e-mail address, and have a pass. The plus keeps the
 * planner on the passes of the person.
 */
export function reachOfExpected(
  db: ReadableDb,
  day: PlainDate,
  lanes: readonly LaneId[] | undefined,
): { people: number; reachable: number; passes: number } {
  const only = lanes ? JSON.stringify(lanes) : null;
  const row = db.first<{ people: number; reachable: number | null; passes: number | null }>(
    `SELECT count(*) AS people, sum(p.email_key <> '') AS reachable,
        sum(EXISTS (SELECT 1 FROM pass WHERE pass.person_id = a.person_id AND +pass.status = 'valid')) AS passes
      FROM appointment a LEFT JOIN person p ON p.person_id = a.person_id
      WHERE a.day = ? AND a.status = 'booked' AND (? IS NULL OR a.lane IN (SELECT value FROM json_each(?)))`,
    day,
    only,
    only,
  );
  return { people: row?.people ?? 0, reachable: row?.reachable ?? 0, passes: row?.passes ?? 0 };
}

/** Days before `before` that still have somebody who is expected, oldest first. */
export function daysWithExpected(db: ReadableDb, before: PlainDate): PlainDate[] {
  return db
    .all<{ day: PlainDate }>(
      `SELECT DISTINCT day FROM appointment WHERE day < ? AND status = 'booked' ORDER BY day`,
      before,
    )
    .map(({ day }) => day);
}

export function templates(db: ReadableDb): SlotTemplate[] {
  return db
    .all<{ content: string }>('SELECT content FROM slot_template WHERE removed_at IS NULL ORDER BY name')
    .map(({ content }) => JSON.parse(content));
}

export function templateById(db: ReadableDb, templateId: string): SlotTemplate | undefined {
  const row = db.first<{ content: string }>(
    'SELECT content FROM slot_template WHERE template_id = ? AND removed_at IS NULL',
    templateId,
  );
  return row && JSON.parse(row.content);
}

export function holidaysBetween(
  db: ReadableDb,
  from: PlainDate,
  to: PlainDate,
): { day: PlainDate; name: string }[] {
  return db.all(
    'SELECT day, name FROM holiday WHERE lifted_at IS NULL AND day BETWEEN ? AND ? ORDER BY day',
    from,
    to,
  );
}

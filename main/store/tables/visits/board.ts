import type { AppointmentStatus } from '../../../../domain/appointments/appointments.ts';
import type { VisitStage } from '../../../../domain/appointments/events.ts';
import type {
  AppointmentId,
  LaneId,
  PassId,
  PersonId,
  ProductId,
  VisitId,
} from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../../../domain/people/events.ts';
import type { ReadableDb } from '../../database.ts';

export interface BoardRow {
  readonly person_id: PersonId;
  readonly given_name: string;
  readonly family_name: string;
  readonly birth_date: PersonDetails['birthDate'];
  readonly appointment_id: AppointmentId | null;
  readonly starts_at: Instant | null;
  readonly product_id: ProductId | null;
  readonly planned_dose: number | null;
  readonly lane: LaneId | null;
  readonly status: AppointmentStatus | null;
  readonly visit_id: VisitId | null;
  readonly stage: VisitStage | null;
  readonly stage_since: Instant | null;
  readonly checked_in_at: Instant | null;
}

const columns = `p.person_id, p.given_name, p.family_name, p.birth_date, a.appointment_id, a.starts_at,
  a.product_id, a.planned_dose, a.lane, a.status, v.visit_id, v.stage, v.stage_since, v.checked_in_at`;

/** Dates of a day that begin in that span, with where their people are. */
export function datesInSpan(db: ReadableDb, day: PlainDate, from: Instant, to: Instant): BoardRow[] {
  return db.all<BoardRow>(
    `SELECT ${columns} FROM appointment a
      JOIN person p ON p.person_id = a.person_id
      LEFT JOIN visit v ON v.appointment_id = a.appointment_id AND v.day = a.day
      WHERE a.day = ? AND a.starts_at BETWEEN ? AND ? AND a.status NOT IN ('cancelled', 'elsewhere')
      ORDER BY a.starts_at, p.family_name, p.given_name`,
    day,
    from,
    to,
  );
}

/** Everybody in the house, whenever they were due; those under observation since that moment. */
export function peopleInHouse(db: ReadableDb, day: PlainDate, observedSince: Instant): BoardRow[] {
  return db.all<BoardRow>(
    `SELECT ${columns} FROM visit v
      JOIN person p ON p.person_id = v.person_id
      LEFT JOIN appointment a ON a.appointment_id = v.appointment_id
      WHERE v.day = ? AND (v.stage IN ('reception', 'vaccination')
        OR (v.stage = 'observation' AND v.stage_since >= ?))
      ORDER BY v.stage_since`,
    day,
    observedSince,
  );
}

/** How many dates of a day stand where. */
export function statusCounts(db: ReadableDb, day: PlainDate): Map<AppointmentStatus, number> {
  const rows = db.all<{ status: AppointmentStatus; count: number }>(
    `SELECT status, count(*) AS count FROM appointment
      WHERE day = ? AND status <> 'elsewhere' GROUP BY status`,
    day,
  );
  return new Map(rows.map(({ status, count }) => [status, count]));
}

/** People who are still expected for a span of the day. */
export function expectedInSpan(db: ReadableDb, day: PlainDate, from: Instant, to: Instant): number {
  const row = db.first<{ count: number }>(
    `SELECT count(*) AS count FROM appointment
      WHERE day = ? AND starts_at > ? AND starts_at <= ? AND status = 'booked'`,
    day,
    from,
    to,
  );
  return row?.count ?? 0;
}

export function countInStages(db: ReadableDb, day: PlainDate): Map<VisitStage, number> {
  const rows = db.all<{ stage: VisitStage; count: number }>(
    'SELECT stage, count(*) AS count FROM visit WHERE day = ? GROUP BY stage',
    day,
  );
  return new Map(rows.map(({ stage, count }) => [stage, count]));
}

export function vaccinatedSince(db: ReadableDb, day: PlainDate, since: Instant): number {
  const row = db.first<{ count: number }>(
    'SELECT count(*) AS count FROM visit WHERE day = ? AND observation_at > ?',
    day,
    since,
  );
  return row?.count ?? 0;
}

export interface StageTimes {
  readonly checked_in_at: Instant;
  readonly vaccination_at: Instant | null;
  readonly observation_at: Instant;
  readonly checked_out_at: Instant | null;
}

/** When those who were vaccinated last on a day reached each stage. */
export function latestStageTimes(db: ReadableDb, day: PlainDate, most: number): StageTimes[] {
  return db.all<StageTimes>(
    `SELECT checked_in_at, vaccination_at, observation_at, checked_out_at FROM visit
      WHERE day = ? AND observation_at IS NOT NULL ORDER BY observation_at DESC LIMIT ?`,
    day,
    most,
  );
}

/** Who waits in the house and the pass they carry, for the screen in the room. */
export function waitingWithPass(
  db: ReadableDb,
  day: PlainDate,
): { stage: VisitStage; stage_since: Instant; checked_in_at: Instant; pass_id: PassId | null }[] {
  return db.all(
    `SELECT v.stage, v.stage_since, v.checked_in_at,
        (SELECT pass_id FROM pass WHERE pass.person_id = v.person_id AND pass.status = 'valid') AS pass_id
      FROM visit v WHERE v.day = ? AND v.stage IN ('reception', 'vaccination')
      ORDER BY v.stage DESC, v.stage_since`,
    day,
  );
}

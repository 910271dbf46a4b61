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
import type { ObservationMinutes } from '../../../../domain/vaccination/observation-events.ts';
import type { ReadableDb } from '../../database.ts';
import { type AroundNow, datesAround, type Listed, type MostOfEach } from '../appointments/dates-around.ts';
import type { PersonRecord } from '../people/people.ts';

export interface BoardRow {
  readonly person_id: PersonId;
  readonly person_status: PersonRecord['status'];
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
  readonly observed_from: Instant | null;
  readonly observed_minutes: ObservationMinutes | null;
  /** Why the visit ended without a dose. */
  readonly ended: string | null;
}

const columns = `p.person_id, p.status AS person_status, p.given_name, p.family_name, p.birth_date, a.appointment_id, a.starts_at,
  a.product_id, a.planned_dose, a.lane, a.status, v.visit_id, v.stage, v.stage_since, v.checked_in_at,
  v.observed_from, v.observed_minutes, v.ended`;

/** Who left without a dose and came again has two visits of that day: the later one counts. */
const dueRows = `SELECT ${columns} FROM appointment a CROSS JOIN person p ON p.person_id = a.person_id
    LEFT JOIN visit v ON v.visit_id = (SELECT visit_id FROM visit
      WHERE appointment_id = a.appointment_id AND day = a.day ORDER BY checked_in_at DESC LIMIT 1)
  WHERE true`;

/** All dates of a day here, with where their people are. */
export function datesOnDay(db: ReadableDb, day: PlainDate): BoardRow[] {
  return db.all<BoardRow>(
    `${dueRows} AND a.day = ? AND a.status NOT IN ('cancelled', 'elsewhere')
      ORDER BY a.starts_at, p.family_name, p.given_name`,
    day,
  );
}

/** Those of them that are nearest to now. */
export function dueAround(db: ReadableDb, around: AroundNow, most: MostOfEach): Listed<BoardRow> {
  return datesAround<BoardRow>(db, dueRows, around, most);
}

/**
 * People in the house, whenever they were due; those under observation since that moment, and whoever a reaction holds
 * there, however long. The list begins with who has been in their stage for longest. With `most` no stage has more: of
 * those who wait the first, of the others the last.
 */
export function peopleInHouse(
  db: ReadableDb,
  day: PlainDate,
  observedSince: Instant,
  held: ReadonlySet<PersonId>,
  most = Number.POSITIVE_INFINITY,
): Listed<BoardRow> {
  const limit = Number.isFinite(most) ? most + 1 : NO_LIMIT;
  const stages = [
    db.all<BoardRow>(waitingSql, day, 'reception', limit),
    db.all<BoardRow>(waitingSql, day, 'vaccination', limit),
    db.all<BoardRow>(observedSql, day, observedSince, limit),
    held.size > 0 ? db.all<BoardRow>(heldSql, day, observedSince, JSON.stringify([...held])) : [],
  ];
  const rows = stages.flatMap((stage) => stage.slice(0, most));
  rows.sort((one, other) => ((one.stage_since ?? '') < (other.stage_since ?? '') ? -1 : 1));
  return { rows, isWhole: stages.every(({ length }) => length <= most) };
}

/** What SQLite takes as one. */
const NO_LIMIT = -1;

const inHouse = `SELECT ${columns} FROM visit v CROSS JOIN person p ON p.person_id = v.person_id
    LEFT JOIN appointment a ON a.appointment_id = v.appointment_id`;
const waitingSql = `${inHouse} WHERE v.day = ? AND v.stage = ? ORDER BY v.stage_since LIMIT ?`;
const observedSql = `${inHouse} WHERE v.day = ? AND v.stage = 'observation' AND v.stage_since >= ?
  ORDER BY v.stage_since DESC LIMIT ?`;
const heldSql = `${inHouse} WHERE v.day = ? AND v.stage = 'observation' AND v.stage_since < ?
  AND v.person_id IN (SELECT value FROM json_each(?))`;

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

/** How many people wait for their dose. */
export function countWaiting(db: ReadableDb, day: PlainDate): number {
  const row = db.first<{ count: number }>(
    `SELECT count(*) AS count FROM visit WHERE day = ? AND stage IN ('reception', 'vaccination')`,
    day,
  );
  return row?.count ?? 0;
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

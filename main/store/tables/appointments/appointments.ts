import type { AppointmentStatus } from '../../../../domain/appointments/appointments.ts';
import type { VisitEndedWithoutDose } from '../../../../domain/appointments/events.ts';
import type { AppointmentId, LaneId, PersonId, ProductId, VisitId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../../../domain/people/events.ts';
import type { ReadableDb } from '../../database.ts';
import { type AroundNow, datesAround, type MostOfEach } from './dates-around.ts';

export interface AppointmentRow {
  readonly appointment_id: AppointmentId;
  readonly person_id: PersonId;
  readonly product_id: ProductId;
  readonly planned_dose: number;
  readonly starts_at: Instant;
  readonly day: PlainDate;
  readonly duration_minutes: number;
  readonly lane: LaneId | null;
  /** The other centre it is at; null for a date here. */
  readonly centre: string | null;
  readonly status: AppointmentStatus;
}

/** A date as its person's record has it. */
interface DateRow extends AppointmentRow {
  /** When the questions before a dose were answered for it last, before the person came; not what was said. */
  readonly answered_ahead_at: Instant | null;
}

export interface VisitRow {
  readonly visit_id: VisitId;
  readonly appointment_id: AppointmentId | null;
  readonly day: PlainDate;
  readonly checked_in_at: Instant;
  readonly stage_since: Instant;
  /** Why it ended without a dose; null for any other. */
  readonly ended: VisitEndedWithoutDose['data']['reason'] | null;
}

export interface DayRow {
  readonly appointment_id: AppointmentId;
  readonly person_id: PersonId;
  readonly given_name: string;
  readonly family_name: string;
  readonly birth_date: PersonDetails['birthDate'];
  readonly starts_at: Instant;
  readonly product_id: ProductId;
  readonly planned_dose: number;
  readonly status: AppointmentStatus;
}

export function appointmentsOf(db: ReadableDb, personId: string): DateRow[] {
  return db.all<DateRow>(
    `SELECT a.*, (
        SELECT max(e.occurred_at) FROM event e
          WHERE e.stream = a.person_id AND e.type = 'ScreeningAnsweredAhead'
            AND e.data ->> '$.appointmentId' = a.appointment_id
      ) AS answered_ahead_at
      FROM appointment a WHERE a.person_id = ? ORDER BY a.starts_at, a.planned_dose`,
    personId,
  );
}

/** Their visits of a day: more than one where somebody left without a dose and came again. */
export function visitsOn(db: ReadableDb, personId: string, day: PlainDate): VisitRow[] {
  return db.all<VisitRow>('SELECT * FROM visit WHERE person_id = ? AND day = ?', personId, day);
}

/** Dates of days before `before` that were checked in and led to no dose, with their visit, oldest first. */
export function unendedVisits(
  db: ReadableDb,
  before: PlainDate,
): (Pick<DayRow, 'appointment_id' | 'person_id'> & Pick<VisitRow, 'visit_id' | 'day'>)[] {
  return db.all(
    `SELECT a.appointment_id, a.person_id, v.visit_id, v.day
      FROM appointment a JOIN visit v ON v.appointment_id = a.appointment_id
        JOIN person p ON p.person_id = a.person_id AND p.status <> 'erased'
      WHERE a.day < ? AND a.status = 'checked-in' AND v.day < ? AND v.ended IS NULL
      ORDER BY v.day, v.visit_id`,
    before,
    before,
  );
}

const dayRows = `SELECT a.appointment_id, a.person_id, p.given_name, p.family_name, p.birth_date, a.starts_at,
    a.product_id, a.planned_dose, a.status
  FROM appointment a CROSS JOIN person p ON p.person_id = a.person_id WHERE p.status = 'registered'`;

/** Dates of one day at this centre, with the people behind them, earliest first. */
export function appointmentsOnDay(db: ReadableDb, day: PlainDate): DayRow[] {
  return db.all<DayRow>(
    `${dayRows} AND a.day = ? AND a.status <> 'elsewhere' ORDER BY a.starts_at, p.family_name, p.given_name`,
    day,
  );
}

/** Those of them that are nearest to now. */
export function appointmentsAround(db: ReadableDb, around: AroundNow, most: MostOfEach): DayRow[] {
  return datesAround<DayRow>(db, dayRows, around, most).rows;
}

/** The date that another system knows under that number. */
export function appointmentByExternalId(db: ReadableDb, externalId: string): AppointmentRow | undefined {
  return db.first<AppointmentRow>(
    'SELECT * FROM appointment WHERE external_id = ? ORDER BY appointment_id LIMIT 1',
    externalId,
  );
}

export function hasAppointments(db: ReadableDb): boolean {
  return db.first('SELECT 1 AS one FROM appointment LIMIT 1') !== undefined;
}

import type { PersonId, StaffId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { BirthDate } from '../../../../domain/kernel/plain-date.ts';
import type { ViewReason } from '../../../../domain/staff/view-reason.ts';
import type { ReadableDb } from '../../database.ts';

export interface RecordViewRow {
  readonly view_id: string;
  readonly viewed_at: Instant;
  readonly why: ViewReason;
  readonly person_id: PersonId;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly birth_date: BirthDate | null;
  readonly staff_id: StaffId;
  readonly staff_name: string | null;
}

export function wasViewedSince(
  db: ReadableDb,
  view: { personId: string; staffId: string; why: string },
  since: Instant,
): boolean {
  const found = db.first(
    `SELECT 1 FROM record_view WHERE person_id = ? AND viewed_at > ? AND staff_id = ? AND why = ? LIMIT 1`,
    view.personId,
    since,
    view.staffId,
    view.why,
  );
  return found !== undefined;
}

/** Who opened one person's record, oldest first. */
export function viewsOf(
  db: ReadableDb,
  personId: PersonId,
): { readonly viewed_at: Instant; readonly why: ViewReason; readonly staff_name: string | null }[] {
  return db.all(
    `SELECT v.viewed_at, v.why, s.name AS staff_name FROM record_view v
      LEFT JOIN staff s ON s.staff_id = v.staff_id
      WHERE v.person_id = ? ORDER BY v.viewed_at, v.view_id`,
    personId,
  );
}

export interface ViewFilter {
  readonly from: Instant;
  readonly before: Instant;
  readonly staffId?: string;
  /** Only views of these people. */
  readonly personIds?: readonly string[];
}

/** Who opened whose record, the latest first. */
export function recordViews(db: ReadableDb, filter: ViewFilter, most: number): RecordViewRow[] {
  const people = filter.personIds ? JSON.stringify(filter.personIds) : null;
  return db.all<RecordViewRow>(
    `SELECT v.view_id, v.viewed_at, v.why, v.person_id, v.staff_id,
        p.given_name, p.family_name, p.birth_date, s.name AS staff_name
      FROM record_view v
      LEFT JOIN person p ON p.person_id = v.person_id AND p.status IN ('registered', 'restricted')
      LEFT JOIN staff s ON s.staff_id = v.staff_id
      WHERE v.viewed_at >= ? AND v.viewed_at < ?
        AND (? IS NULL OR v.staff_id = ?)
        AND (? IS NULL OR v.person_id IN (SELECT value FROM json_each(?)))
      ORDER BY v.viewed_at DESC, v.view_id DESC LIMIT ?`,
    filter.from,
    filter.before,
    filter.staffId ?? null,
    filter.staffId ?? null,
    people,
    people,
    most,
  );
}

import type { AdverseEventId, DoseId, PersonId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type {
  ReactionCourse,
  ReactionKind,
  ReportWay,
} from '../../../../domain/vaccination/adverse-events.ts';
import type { ReadableDb } from '../../database.ts';

export interface AdverseEventRow {
  readonly adverse_event_id: AdverseEventId;
  readonly person_id: PersonId;
  readonly dose_id: DoseId;
  readonly known_at: Instant;
  readonly is_reportable: 0 | 1;
  readonly recorded_by: string;
  /** JSON, of `ReactionKind`; empty where the key is not here. */
  readonly kinds: string;
  readonly began_at: Instant | null;
  readonly course: ReactionCourse | null;
  readonly description: string;
  readonly measures: string;
  readonly reported_at: Instant | null;
  readonly report_way: ReportWay | null;
  readonly office: string | null;
  /** When it was recorded, in the order of the log. */
  readonly hlc: string;
}

/** Of people who are one, the latest first. */
export function adverseEventsOf(db: ReadableDb, people: readonly PersonId[]): AdverseEventRow[] {
  const rows = people.flatMap((personId) =>
    db.all<AdverseEventRow>('SELECT * FROM adverse_event WHERE person_id = ?', personId),
  );
  return rows.toSorted((one, other) => (one.known_at > other.known_at ? -1 : 1));
}

/** Of everybody, known since then. */
export function adverseEventsSince(db: ReadableDb, since: Instant): AdverseEventRow[] {
  return db.all<AdverseEventRow>('SELECT * FROM adverse_event WHERE known_at >= ?', since);
}

/** What the health office is still to be told, the most pressing first. */
export function openAdverseEvents(db: ReadableDb): AdverseEventRow[] {
  return db.all<AdverseEventRow>(
    'SELECT * FROM adverse_event WHERE is_reportable = 1 AND reported_at IS NULL ORDER BY known_at LIMIT 100',
  );
}

export function kindsOf({ kinds }: Pick<AdverseEventRow, 'kinds'>): readonly ReactionKind[] {
  return JSON.parse(kinds);
}

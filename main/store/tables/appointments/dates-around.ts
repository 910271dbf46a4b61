import type { AppointmentStatus } from '../../../../domain/appointments/appointments.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { ReadableDb } from '../../database.ts';

/** A span of one day; `now` lies within it. */
export interface AroundNow {
  readonly day: PlainDate;
  readonly from: Instant;
  readonly now: Instant;
  readonly to: Instant;
}

/** How many dates that stand like this are listed on each side of now, at most. */
export type MostOfEach = Partial<Record<AppointmentStatus, number>>;

export interface Listed<Row> {
  readonly rows: Row[];
  /** Whether those are all of the span. */
  readonly isWhole: boolean;
}

interface NamedDate {
  readonly starts_at: Instant | null;
  readonly family_name: string;
  readonly given_name: string;
}

/**
 * The dates of a span that are nearest to now, of every status apart and earliest first: however many visits a day
 * has had, they push nobody off the list who is still expected, and cost nothing. `select` names the date's table `a`
 * and ends with a condition. What is not more than its limit is read in one statement: to ask costs more than to count.
 */
export function datesAround<Row extends NamedDate>(
  db: ReadableDb,
  select: string,
  { day, from, now, to }: AroundNow,
  most: MostOfEach,
): Listed<Row> {
  const counts = countsInSpan(db, { day, from, to }, most);
  const few = counts.filter(({ status, count }) => count <= (most[status] ?? 0)).map(({ status }) => status);
  const rows = few.length === 0 ? [] : db.all<Row>(`${select} ${ofStatus(few)}`, day, ...few, from, to);
  let isWhole = true;
  for (const { status } of counts.filter((each) => !few.includes(each.status))) {
    const limit = most[status] ?? 0;
    const sides = [
      db.all<Row>(`${select} ${before}`, day, status, from, now, limit + 1),
      db.all<Row>(`${select} ${after}`, day, status, now, to, limit + 1),
    ];
    if (sides.some(({ length }) => length > limit)) isWhole = false;
    for (const side of sides) rows.push(...side.slice(0, limit));
  }
  return { rows: rows.sort(compareAsListed), isWhole };
}

/** How many dates of the span have each of the statuses that are listed. */
function countsInSpan(
  db: ReadableDb,
  { day, from, to }: Omit<AroundNow, 'now'>,
  most: MostOfEach,
): { readonly status: AppointmentStatus; readonly count: number }[] {
  const listed = Object.keys(most) as AppointmentStatus[];
  return db.all(
    `SELECT a.status, count(*) AS count FROM appointment a WHERE true ${ofStatus(listed)} GROUP BY a.status`,
    ...[day, ...listed, from, to],
  );
}

function ofStatus(statuses: readonly AppointmentStatus[]): string {
  const marks = statuses.map(() => '?').join(', ');
  return `AND a.day = ? AND a.status IN (${marks}) AND a.starts_at >= ? AND a.starts_at <= ?`;
}

const before = `AND a.day = ? AND a.status = ? AND a.starts_at >= ? AND a.starts_at < ?
  ORDER BY a.starts_at DESC LIMIT ?`;
const after = `AND a.day = ? AND a.status = ? AND a.starts_at >= ? AND a.starts_at <= ?
  ORDER BY a.starts_at LIMIT ?`;

/** By time, then by name, as SQLite compares. */
function compareAsListed(one: NamedDate, other: NamedDate): number {
  return (
    compare(one.starts_at ?? '', other.starts_at ?? '') ||
    compare(one.family_name, other.family_name) ||
    compare(one.given_name, other.given_name)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

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
 * and ends with a condition; a status that no date of the day has (`counts`) is not looked for.
 */
export function datesAround<Row extends NamedDate>(
  db: ReadableDb,
  select: string,
  { day, from, now, to }: AroundNow,
  most: MostOfEach,
  counts: ReadonlyMap<AppointmentStatus, number>,
): Listed<Row> {
  const present = (Object.entries(most) as [AppointmentStatus, number][]).filter(([status]) =>
    counts.has(status),
  );
  let isWhole = true;
  const rows = present.flatMap(([status, limit]) => {
    const sides = [
      db.all<Row>(`${select} ${before}`, day, status, from, now, limit + 1),
      db.all<Row>(`${select} ${after}`, day, status, now, to, limit + 1),
    ];
    if (sides.some(({ length }) => length > limit)) isWhole = false;
    return sides.flatMap((side) => side.slice(0, limit));
  });
  return { rows: rows.sort(compareAsListed), isWhole };
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

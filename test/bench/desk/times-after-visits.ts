import { addMinutes, type Instant, instantAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { dayBoard } from '../../../main/queries/visits/day-board.ts';
import { today } from '../../../main/queries/visits/today.ts';
import type { Station } from '../../../main/station.ts';
import { median } from '../issuing/measure.ts';

const VISITS = 5_000;
const LOOKS = 100;
const MINUTES_OF_VISITS = 25;

/**
 * Today's list and the board before and after 5,000 people came without a date within 25 minutes and were
 * vaccinated: all of them are near to now, and in the house.
 */
export function timesAfterVisits(station: Station, day: PlainDate): Record<string, number> {
  const noon = instantAt(day, '12:00', station.settings.timeZone);
  const [todayMs, boardMs] = looksAt(station, noon);
  addVisits(station, day, noon);
  const [todayAfterVisitsMs, boardAfterVisitsMs] = looksAt(station, noon);
  return { todayMs, todayAfterVisitsMs, boardMs, boardAfterVisitsMs };
}

function looksAt(station: Station, now: Instant): [today: number, board: number] {
  const then = { ...station, now: () => now };
  return [
    medianOf(() => today(then)),
    medianOf(() => dayBoard(then, { before: 30, after: 40 }, ['reception'])),
  ];
}

function medianOf(look: () => unknown): number {
  const times = Array.from({ length: LOOKS }, () => {
    const started = performance.now();
    look();
    return performance.now() - started;
  });
  return Number(median(times).toFixed(3));
}

/** As walk-ins with a dose leave them in the read models. */
function addVisits({ db }: Station, day: PlainDate, noon: Instant): void {
  const people = db.all<{ person_id: string }>('SELECT person_id FROM person LIMIT ?', VISITS);
  db.transact(() => {
    for (const [index, { person_id }] of people.entries()) {
      const at = addMinutes(noon, -MINUTES_OF_VISITS * (1 - index / VISITS));
      const id = `walk-in-${index}`;
      db.run(
        `INSERT INTO appointment (appointment_id, person_id, product_id, planned_dose, starts_at, day,
          duration_minutes, status) VALUES (?, ?, 'comirnaty', 1, ?, ?, 5, 'attended')`,
        ...[id, person_id, at, day],
      );
      db.run(
        `INSERT INTO visit (visit_id, person_id, appointment_id, day, checked_in_at, stage, stage_since,
          vaccination_at, observation_at) VALUES (?, ?, ?, ?, ?, 'observation', ?, ?, ?)`,
        ...[id, person_id, id, day, at, at, at, at],
      );
    }
  });
}

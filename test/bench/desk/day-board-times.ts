import { addMinutes, instantAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { dayBoard } from '../../../main/queries/visits/day-board.ts';
import type { Station } from '../../../main/station.ts';

const LOOKS = 400;
const MINUTES_IN_HOUSE = 45;

/**
 * Milliseconds of the board's query in the middle of a full day: everybody due before noon has been in or is still
 * in the house, in every stage.
 */
export function dayBoardTimes(station: Station, day: PlainDate): number[] {
  const noon = instantAt(day, '12:00', station.settings.timeZone);
  fillVisits(station, day, noon);
  return Array.from({ length: LOOKS }, (_, look) => {
    const now = addMinutes(noon, look / 20);
    const started = performance.now();
    dayBoard({ ...station, now: () => now }, { before: 30, after: 40 }, ['reception']);
    return performance.now() - started;
  });
}

function fillVisits({ db }: Station, day: PlainDate, noon: ReturnType<typeof instantAt>): void {
  const since = addMinutes(noon, -MINUTES_IN_HOUSE);
  db.transact(() => {
    db.run(
      `INSERT INTO visit (visit_id, person_id, appointment_id, day, checked_in_at, stage, stage_since,
          vaccination_at, observation_at, checked_out_at)
        SELECT 'visit-' || appointment_id, person_id, appointment_id, day, starts_at,
          iif(starts_at < ?, 'check-out', iif(rowid_of % 3 = 0, 'reception', iif(rowid_of % 3 = 1,
            'vaccination', 'observation'))),
          starts_at, starts_at, iif(starts_at < ? OR rowid_of % 3 = 2, starts_at, NULL),
          iif(starts_at < ?, starts_at, NULL)
        FROM (SELECT *, row_number() OVER () AS rowid_of FROM appointment WHERE day = ? AND starts_at < ?)`,
      since,
      since,
      since,
      day,
      noon,
    );
    db.run(`UPDATE appointment SET status = 'attended' WHERE day = ? AND starts_at < ?`, day, since);
    db.run(
      `UPDATE appointment SET status = 'checked-in' WHERE day = ? AND starts_at BETWEEN ? AND ? AND status = 'booked'`,
      day,
      since,
      noon,
    );
  });
}

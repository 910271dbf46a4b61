import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { clockTimeAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import type { Reads } from '../../context.ts';
import { waitingWithPass } from '../../store/tables/visits/board.ts';
import { forecastNow } from './day-board.ts';

/** The last two groups of the number. */
const MARK_LENGTH = 7;

/**
 * For a screen that a whole room can read. Whoever holds a pass finds the end of its number there; a name, initials
 * or a birth date never appear. Without a pass the minute of arrival stands in.
 */
export function roomBoard(station: Reads): ChannelOutput<'board.room'> {
  const now = station.now();
  const zone = station.settings.timeZone;
  const day = plainDateAt(now, zone);
  return {
    clock: clockTimeAt(now, zone),
    waitNowMinutes: forecastNow(station, day, now).waitNowMinutes,
    waiting: waitingWithPass(station.db, day).map((row) => ({
      mark: row.pass_id
        ? shortNumberOf(row.pass_id).slice(-MARK_LENGTH)
        : clockTimeAt(row.checked_in_at, zone),
      stage: row.stage,
      since: row.stage_since,
    })),
  };
}

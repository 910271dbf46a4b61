import { type ClockBase, clockFits } from '../../domain/kernel/clock-fits.ts';
import { epochMsOf, type Instant } from '../../domain/kernel/instant.ts';
import type { Uptime } from '../../ledger/read-uptime.ts';
import type { WritableDb } from '../store/database.ts';
import { lastRecordedAt } from '../store/event-log/chain-end.ts';
import { keepSetting, settingOf } from '../store/settings.ts';

/** Whether the computer's clock may decide what cannot be undone: erasing, marking as not come, letting run out. */
export interface ClockWatch {
  isTrusted(): boolean;
  /** A lead says that the clock is right as it is. */
  confirm(): void;
}

export interface ClockParts {
  readonly db: WritableDb;
  readonly now: () => Instant;
  /** Absent where the clock is not the computer's: then only the start is evaluated, not what comes after. */
  readonly uptime?: () => Uptime;
}

const KEEP_EVERY_MS = 10 * 60_000;

/**
 * Compares the clock with when it was last right: over a restart by what the store keeps, or by its last event, and
 * while the station runs by the time since the computer started. A clock that is set right again is trusted again.
 */
export function watchClock({ db, now, uptime }: ClockParts): ClockWatch {
  const read = (): ClockBase => ({ at: now(), ...(uptime ? { uptime: uptime() } : {}) });
  let base = settingOf(db, 'clock') ?? baseOfLog(db) ?? read();
  let keptAt: Instant | undefined;
  let isRunning = false;
  const keep = (right: ClockBase) => {
    base = right;
    isRunning = true;
    if (keptAt && Math.abs(epochMsOf(right.at) - epochMsOf(keptAt)) < KEEP_EVERY_MS) return;
    keepSetting(db, 'clock', right);
    keptAt = right.at;
  };
  return {
    isTrusted() {
      const present = read();
      const isRight = (isRunning && !uptime) || clockFits(base, present);
      if (isRight) keep(present);
      return isRight;
    },
    confirm: () => keep(read()),
  };
}

function baseOfLog(db: WritableDb): ClockBase | undefined {
  const at = lastRecordedAt(db);
  return at && { at };
}

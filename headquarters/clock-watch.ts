import { type ClockBase, clockFits } from '../domain/kernel/clock-fits.ts';
import { epochMsOf, type Instant } from '../domain/kernel/instant.ts';
import type { Uptime } from '../ledger/read-uptime.ts';
import type { Db } from './store/open-databases.ts';
import { keepClock, keptClock } from './store/server-clock.ts';

/** Whether the server's clock may decide what cannot be taken back: writing to people because a day has come. */
export interface ClockWatch {
  isTrusted(): Promise<boolean>;
  /** An operator says that the clock is right as it is. */
  confirm(): Promise<void>;
}

export interface ClockParts {
  readonly db: Db;
  readonly now: () => Instant;
  readonly uptime: () => Uptime;
}

const KEEP_EVERY_MS = 10 * 60_000;

/**
 * Compares the clock with when it was last right: over a restart by what the database keeps, and while the server runs
 * by the time since the computer started. A clock that is set right again is trusted again.
 */
export function watchClock({ db, now, uptime }: ClockParts): ClockWatch {
  let base: ClockBase | undefined;
  let keptAt: Instant | undefined;
  const read = (): ClockBase => ({ at: now(), uptime: uptime() });
  const keep = async (right: ClockBase) => {
    base = right;
    if (keptAt && Math.abs(epochMsOf(right.at) - epochMsOf(keptAt)) < KEEP_EVERY_MS) return;
    await keepClock(db, right);
    keptAt = right.at;
  };
  return {
    async isTrusted() {
      base ??= (await keptClock(db)) ?? read();
      const present = read();
      let isRight = clockFits(base, present);
      if (!isRight) {
        // An operator may have said at another instance that the clock is right.
        base = (await keptClock(db)) ?? base;
        isRight = clockFits(base, present);
      }
      if (isRight) await keep(present);
      return isRight;
    },
    async confirm() {
      keptAt = undefined;
      await keep(read());
    },
  };
}

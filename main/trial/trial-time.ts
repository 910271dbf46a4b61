import { epochMsOf, type Instant, instantOf } from '../../domain/kernel/instant.ts';
import type { WritableDb } from '../store/database.ts';
import { keepSetting, settingOf } from '../store/settings.ts';

/** What time it is for a station: the computer's, or in a trial so many milliseconds ahead of it. */
export interface StationTime {
  readonly now: () => Instant;
  readonly aheadMs: () => number;
  /** Lets time pass in a trial; it never runs back. Answers whether anything changed. */
  moveAhead(aheadMs: number): boolean;
}

/** The time of a centre that people work in: nothing moves it but the computer's clock. */
export function computerTime(now: () => Instant): StationTime {
  return { now, aheadMs: () => 0, moveAhead: () => false };
}

/** The time of a trial, which goes on from where the last start left it. */
export function trialTime(db: WritableDb, computerNow: () => Instant): StationTime {
  let ahead = settingOf(db, 'trial-time')?.aheadMs ?? 0;
  return {
    now: () => (ahead === 0 ? computerNow() : instantOf(epochMsOf(computerNow()) + ahead)),
    aheadMs: () => ahead,
    moveAhead(aheadMs) {
      if (!(aheadMs > ahead)) return false;
      keepSetting(db, 'trial-time', { aheadMs });
      ahead = aheadMs;
      return true;
    },
  };
}

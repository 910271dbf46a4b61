import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';

/** Minutes until the next try, after each that failed: ten tries over 75 hours. */
export const retryMinutes = [0.1, 5, 30, 120, 300, 600, 840, 1_200, 1_405] as const;

/** By how much a wait may be longer, so that what failed together does not come again together. */
const JITTER = 0.2;

/** When to try again after so many tries that failed before this one; undefined when it is given up. */
export function nextTryAt(now: Instant, attempts: number, random = Math.random): Instant | undefined {
  const minutes = retryMinutes[attempts];
  return minutes === undefined ? undefined : addMinutes(now, minutes * (1 + JITTER * random()));
}

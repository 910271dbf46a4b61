import { epochMsOf, type Instant } from './instant.ts';

/** A moment at which the clock was right, and what the computer's own time without a date said then. */
export interface ClockBase {
  readonly at: Instant;
  readonly uptime?: { readonly run: string; readonly ms: number };
}

const MINUTE_MS = 60_000;
/** What a clock that is set right now and then may be off by. */
const TOLERANCE_MS = 5 * MINUTE_MS;
/** A station that was off over a long weekend; what stood still for longer asks a lead first. */
const LONGEST_REST_MS = 84 * 60 * MINUTE_MS;

/**
 * Whether a clock that says `now` fits a moment at which it was right: to the minute where the computer ran all the
 * time, and else by how long a station may have been off.
 */
export function clockFits(base: ClockBase, now: ClockBase): boolean {
  const passedMs = epochMsOf(now.at) - epochMsOf(base.at);
  if (!base.uptime || base.uptime.run !== now.uptime?.run)
    return passedMs >= -TOLERANCE_MS && passedMs <= LONGEST_REST_MS;
  return Math.abs(passedMs - (now.uptime.ms - base.uptime.ms)) <= TOLERANCE_MS;
}

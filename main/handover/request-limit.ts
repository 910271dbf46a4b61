import { epochMsOf, type Instant } from '../../domain/kernel/instant.ts';

const WINDOW_MS = 60_000;
const MOST_KNOWN = 10_000;

/** Counts what each address asks within a minute. */
export interface RequestLimit {
  /** Whether one more is allowed. */
  allows(address: string, now: Instant): boolean;
}

export function requestLimit(mostInAMinute: number): RequestLimit {
  let windowStart = 0;
  const counts = new Map<string, number>();
  return {
    allows(address, now) {
      const at = epochMsOf(now);
      // Forgotten as a whole each minute, or when too many addresses are known: never grows.
      // A clock that is set back ends the minute, too: it must not keep anybody out until it has caught up.
      if (Math.abs(at - windowStart) >= WINDOW_MS || counts.size >= MOST_KNOWN) {
        counts.clear();
        windowStart = at;
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      return count <= mostInAMinute;
    },
  };
}

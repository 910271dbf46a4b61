const WINDOW_MS = 60_000;
const MOST_KNOWN = 10_000;

/** Counts what each address asks within a minute of the process's own time, which nobody sets. */
export interface RequestLimit {
  /** Whether one more is allowed. */
  allows(address: string): boolean;
}

export function requestLimit(
  mostInAMinute: number,
  elapsedMs: () => number = () => performance.now(),
): RequestLimit {
  let windowStart = elapsedMs();
  const counts = new Map<string, number>();
  return {
    allows(address) {
      const at = elapsedMs();
      // Forgotten as a whole each minute, or when too many addresses are known: never grows.
      if (at - windowStart >= WINDOW_MS || counts.size >= MOST_KNOWN) {
        counts.clear();
        windowStart = at;
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      return count <= mostInAMinute;
    },
  };
}

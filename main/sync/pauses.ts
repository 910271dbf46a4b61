const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * How long to rest before the next try when headquarters has been away for so long: half of that, up to a minute, and
 * never the same for two stations, so that they do not all come back at once. It does not count the tries: a busy desk
 * tries with each record, and must not wait longer for that.
 */
export function pauseAfter(awayMs: number): number {
  return Math.max(SHORTEST_PAUSE_MS, Math.min(LONGEST_PAUSE_MS, awayMs / 2)) * (0.5 + Math.random());
}

/** The rests of the two lines; all end with `over`. */
export function pauses(over: AbortSignal) {
  let woken = new AbortController();
  return {
    wake: () => woken.abort(),
    /** Whoever wakes it while it is sending ends the pause after that: what was recorded meanwhile does not wait. */
    async forSending(ms: number) {
      await sleep(ms, AbortSignal.any([over, woken.signal]));
      woken = new AbortController();
    },
    forFetching: (ms: number) => sleep(ms, over),
  };
}

/** So many milliseconds, or until it is ended. */
export function sleep(ms: number, ended: AbortSignal): Promise<void> {
  if (ended.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      ended.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    ended.addEventListener('abort', done);
  });
}

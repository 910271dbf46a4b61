/** Time as the adapter sees it; tests pass their own. */
export interface PaceClock {
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export const realClock: PaceClock = {
  nowMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Google answers 429 above 20 requests a second: each waits for its turn, evenly spaced. */
export function createRequestPace(perSecond: number, clock: PaceClock): () => Promise<void> {
  const gapMs = 1000 / perSecond;
  let nextFreeMs = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.nowMs();
    const turnMs = Math.max(now, nextFreeMs);
    nextFreeMs = turnMs + gapMs;
    if (turnMs > now) await clock.sleep(turnMs - now);
  };
}

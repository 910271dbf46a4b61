import type { FastifyRateLimitStore } from '@fastify/rate-limit';

const MOST_KNOWN = 5_000;

type Answer = Parameters<FastifyRateLimitStore['incr']>[1];

/** Counts requests in windows that begin with the first and end by a clock that nobody sets. */
export class SteadyWindows implements FastifyRateLimitStore {
  readonly #windows = new Map<string, { count: number; readonly endsAt: number }>();
  readonly #elapsed: () => number;

  constructor(_options?: unknown, elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  incr(key: string, answer: Answer, timeWindow = 60_000): void {
    const now = this.#elapsed();
    let window = this.#windows.get(key);
    if (!window || window.endsAt <= now) {
      this.#windows.delete(key);
      this.#makeRoom();
      window = { count: 0, endsAt: now + timeWindow };
      this.#windows.set(key, window);
    }
    window.count += 1;
    answer(null, { current: window.count, ttl: Math.ceil(window.endsAt - now) });
  }

  child(): SteadyWindows {
    return new SteadyWindows(undefined, this.#elapsed);
  }

  /** What began first is forgotten first. */
  #makeRoom(): void {
    for (const key of this.#windows.keys()) {
      if (this.#windows.size < MOST_KNOWN) return;
      this.#windows.delete(key);
    }
  }
}

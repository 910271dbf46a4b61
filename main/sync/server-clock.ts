import type { LineAnswer } from './line.ts';

/** Far below what a headquarters forgives, far above what an answer takes. */
const NOTICED_SECONDS = 10;

/** How this computer's clock stands beside that of the server it speaks to, by the dates of its answers. */
export interface ServerClock {
  /** Seconds that this computer is ahead; negative where it is behind, 0 while nothing is known. */
  readonly aheadSeconds: number;
  /** What the server's clock says, in seconds since 1970. */
  seconds(): number;
  /** Looks at an answer; true where it told another time than was believed. */
  hear(answer: Pick<LineAnswer, 'headers'>): boolean;
}

export function createServerClock(nowMs: () => number): ServerClock {
  let aheadSeconds = 0;
  return {
    get aheadSeconds() {
      return aheadSeconds;
    },
    seconds: () => Math.floor(nowMs() / 1000) - aheadSeconds,
    hear({ headers }) {
      const told = Date.parse(headers.get('date') ?? '');
      if (Number.isNaN(told)) return false;
      const ahead = Math.round((nowMs() - told) / 1000);
      if (Math.abs(ahead - aheadSeconds) <= NOTICED_SECONDS) return false;
      aheadSeconds = Math.abs(ahead) <= NOTICED_SECONDS ? 0 : ahead;
      return true;
    },
  };
}

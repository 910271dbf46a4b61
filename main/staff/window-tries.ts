/** Wrong PINs and codes at one window: whoever tries many people's must not lock all of them out. */
export interface WindowTries {
  /** Seconds until this window may try again; 0 for at once. */
  waitSeconds(session: string): number;
  wrong(session: string): void;
  right(session: string): void;
}

const FREE_TRIES = 7;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;
const MOST_WINDOWS = 1_000;

/** By a time that nobody sets. In memory: what people's own tries are counted in is durable. */
export function countWindowTries(nowMs = () => performance.now()): WindowTries {
  const windows = new Map<string, { tries: number; until: number }>();
  return {
    waitSeconds: (session) => Math.max(0, Math.ceil(((windows.get(session)?.until ?? 0) - nowMs()) / 1000)),
    wrong(session) {
      if (windows.size >= MOST_WINDOWS) windows.clear();
      const tries = (windows.get(session)?.tries ?? 0) + 1;
      const over = tries - FREE_TRIES;
      const until = over < 0 ? 0 : nowMs() + Math.min(FIRST_WAIT_MS * 2 ** over, LONGEST_WAIT_MS);
      windows.set(session, { tries, until });
    },
    right: (session) => void windows.delete(session),
  };
}

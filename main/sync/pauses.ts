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

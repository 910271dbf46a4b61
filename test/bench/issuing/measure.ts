import { monitorEventLoopDelay } from 'node:perf_hooks';

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds that each call of `work` takes, one after the other. */
export async function timeEach(count: number, work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) times.push(await timeOf(1, work));
  return times;
}

/** Milliseconds a piece, where one call of `work` does `count` pieces. */
export async function timeOf(count: number, work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / count;
}

/** Calls `work` `count` times with `inFlight` calls under way at any time. */
export async function inLanes(count: number, inFlight: number, work: () => Promise<unknown>): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}

/** How long the event loop was blocked while `work` ran: 99th percentile in milliseconds, beyond the timer's own. */
export async function blockedP99Ms(work: () => Promise<unknown>): Promise<number> {
  const resolution = 1;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  await work();
  delay.disable();
  return Math.max(0, delay.percentile(99) / 1e6 - resolution);
}

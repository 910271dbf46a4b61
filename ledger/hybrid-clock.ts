import { epochMsOf, type Instant, instantOf } from '../domain/kernel/instant.ts';

/**
 * The next hybrid logical time after `last`: wall clock, counter, station, as text that sorts. It never runs
 * backwards, even when the PC's clock does; it orders events and decides nothing clinical.
 */
export function nextHlc(last: string | undefined, now: Instant, station: string): string {
  const [lastWall, lastCounter] = last
    ? [last.slice(0, 24), Number.parseInt(last.slice(25, 29), 16)]
    : ['', 0];
  if (now > lastWall) return `${now}-0000-${station}`;
  if (lastCounter < 0xffff) return `${lastWall}-${hex4(lastCounter + 1)}-${station}`;
  return `${instantOf(epochMsOf(lastWall as Instant) + 1)}-0000-${station}`;
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}

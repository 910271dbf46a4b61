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

/** The later of two hybrid logical times: what was received moves the clock, so that what follows on it sorts after it. */
export function laterHlc(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

const hlcForm = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)-[0-9a-f]{4}-(.+)$/;

/** Whether it is a time of that station's clock, and one that others can follow. */
export function isHlcOf(hlc: string, station: string): boolean {
  const parts = hlcForm.exec(hlc);
  return parts?.[2] === station && Number.isFinite(Date.parse(parts[1] ?? ''));
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}

import { useEffect, useState } from 'react';
import { epochMsOf, type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { useStationStatus } from '../station-context.tsx';

const TICK_MS = 20_000;

/** The present moment at the station, looked at often enough for a time that counts down by minutes. */
export function useNow(): Instant {
  const aheadMs = useStationStatus()?.aheadMs ?? 0;
  const [clock, setClock] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setClock(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return instantOf(clock + aheadMs);
}

/** Hours and minutes from now until then, `5:20`; undefined once it is over. */
export function timeLeft(until: Instant, now: Instant): string | undefined {
  const minutes = Math.round((epochMsOf(until) - epochMsOf(now)) / 60_000);
  if (minutes <= 0) return undefined;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

import { useEffect, useState } from 'react';
import { epochMsOf, type Instant, instantOf } from '../../domain/kernel/instant.ts';

const TICK_MS = 20_000;

/** The present moment, looked at often enough for a time that counts down by minutes. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => instantOf(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(instantOf(Date.now())), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Hours and minutes from now until then, `5:20`; undefined once it is over. */
export function timeLeft(until: Instant, now: Instant): string | undefined {
  const minutes = Math.round((epochMsOf(until) - epochMsOf(now)) / 60_000);
  if (minutes <= 0) return undefined;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

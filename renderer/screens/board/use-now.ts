import { useEffect, useState } from 'react';
import { addSeconds, type Instant } from '../../../domain/kernel/instant.ts';

const SECOND_MS = 1000;

/** The station's clock, running on from when it was last asked. */
export function useNow(asked: Instant): Instant {
  const [passed, setPassed] = useState({ since: asked, seconds: 0 });
  useEffect(() => {
    const start = performance.now();
    const tick = () =>
      setPassed({ since: asked, seconds: Math.floor((performance.now() - start) / SECOND_MS) });
    tick();
    const timer = setInterval(tick, SECOND_MS);
    return () => clearInterval(timer);
  }, [asked]);
  return passed.since === asked ? addSeconds(asked, passed.seconds) : asked;
}

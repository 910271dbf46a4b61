import { useEffect } from 'react';
import { useSession } from '../../session/session-context.tsx';

/**
 * A screen on the wall stays open without anybody at it. Whoever ends that later than the window would have locked
 * signs in first.
 */
export function useUnattended(): void {
  const { view, lockIdle, isUnattended } = useSession();
  const lockAfterMs = (view?.lockAfterMinutes ?? 5) * 60_000;
  useEffect(() => {
    const since = Date.now();
    isUnattended.current = true;
    return () => {
      isUnattended.current = false;
      if (Date.now() - since >= lockAfterMs) lockIdle();
    };
  }, [isUnattended, lockIdle, lockAfterMs]);
}

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from './session-context.tsx';

const WARNING_SECONDS = 30;
const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks the window after the centre's time without input, and says so shortly before. */
export function IdleLock() {
  const { t } = useTranslation();
  const { view, lockIdle, lastInputAt, touch } = useSession();
  const [secondsLeft, setSecondsLeft] = useState<number>();
  const lockAfterSeconds = (view?.lockAfterMinutes ?? 5) * 60;
  useEffect(() => {
    touch();
    for (const input of inputs) window.addEventListener(input, touch, { capture: true, passive: true });
    // The wall clock, not a timer: a computer that slept locks as soon as it wakes.
    const timer = setInterval(() => {
      const left = Math.ceil(lockAfterSeconds - (Date.now() - lastInputAt.current) / 1000);
      if (left <= 0) lockIdle();
      else setSecondsLeft(left <= WARNING_SECONDS ? left : undefined);
    }, 1000);
    return () => {
      clearInterval(timer);
      for (const input of inputs) window.removeEventListener(input, touch, { capture: true });
    };
  }, [lockAfterSeconds, lockIdle, lastInputAt, touch]);
  if (secondsLeft === undefined) return null;
  return (
    <div className="idle-warning" data-testid="idle-warning">
      <span role="alert">{t('idle.warning')}</span>
      <span aria-hidden="true">{t('idle.seconds', { count: secondsLeft })}</span>
    </div>
  );
}

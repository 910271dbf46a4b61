import './service-away.css';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useServiceState } from '../station-context.tsx';

/** A service that starts again at once is not worth a sentence. */
const PATIENCE_MS = 400;

/** Lies over the whole window while the service is away: what stands below stays to be read, and waits. */
export function ServiceAway() {
  const { t } = useTranslation();
  const { kind } = useServiceState();
  const isAway = kind === 'down' || kind === 'starting';
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!isAway || !element) return;
    const timer = setTimeout(() => element.showModal(), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      if (element.open) element.close();
    };
  }, [isAway]);
  return (
    <dialog
      ref={dialog}
      className="service-away"
      aria-labelledby="service-away-title"
      data-testid="service-away"
      onCancel={(event) => event.preventDefault()}
      onKeyDown={keepFromScreens}
    >
      <h2 id="service-away-title">{t('service.awayTitle')}</h2>
      <p>{t('service.awayText')}</p>
    </dialog>
  );
}

/** Locking is possible at any time; every other key would act on a screen that waits. */
function keepFromScreens(event: KeyboardEvent): void {
  if (event.key !== 'F10') event.stopPropagation();
}

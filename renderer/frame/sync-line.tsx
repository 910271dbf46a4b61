import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSyncStatus } from '../components/use-sync-status.ts';

const MINUTE_MS = 60_000;

/** One line on how far headquarters knows what was recorded here. It says sent where it was confirmed. */
export function SyncLine() {
  const { t, i18n } = useTranslation();
  const status = useSyncStatus();
  const now = useNow();
  if (!status) return null;
  if (status.mode === 'stand-alone') return <Line kind="alone" text={t('headquarters.alone')} />;
  const { unsent, trouble, lastHeardAt } = status;
  if (trouble === 'not-admitted') return <Line kind="trouble" text={t('headquarters.notAdmitted')} />;
  if (trouble && unsent === 0) return <Line kind="trouble" text={t('headquarters.offlineSent')} />;
  if (trouble) return <Line kind="trouble" text={t('headquarters.offline', { count: unsent })} />;
  if (unsent > 0) return <Line kind="sending" text={t('headquarters.sending', { count: unsent })} />;
  const minutes = lastHeardAt ? Math.floor((now - Date.parse(lastHeardAt)) / MINUTE_MS) : 0;
  if (minutes < 1) return <Line kind="sent" text={t('headquarters.allSentNow')} />;
  const ago = new Intl.RelativeTimeFormat(i18n.language).format(-minutes, 'minute');
  return <Line kind="sent" text={t('headquarters.allSent', { ago })} />;
}

function Line({ kind, text }: { kind: string; text: string }) {
  return (
    <span className="station-state" data-testid="sync-line" data-kind={kind}>
      {text}
    </span>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}

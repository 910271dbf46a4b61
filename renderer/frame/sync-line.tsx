import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { epochMsOf } from '../../domain/kernel/instant.ts';
import { useSyncStatus } from '../components/use-sync-status.ts';
import { useFormats } from '../i18n/use-formats.ts';

const MINUTE_MS = 60_000;

/** One line on how far headquarters knows what was recorded here. It says sent where it was confirmed. */
export function SyncLine() {
  const { t, i18n } = useTranslation();
  const status = useSyncStatus();
  const { now } = useFormats();
  useEachHalfMinute();
  if (!status) return null;
  if (status.mode === 'stand-alone') return <Line kind="alone" text={t('headquarters.alone')} />;
  const { unsent, trouble, lastHeardAt } = status;
  if (trouble === 'not-admitted') return <Line kind="trouble" text={t('headquarters.notAdmitted')} />;
  if (trouble && unsent === 0) return <Line kind="trouble" text={t('headquarters.offlineSent')} />;
  if (trouble) return <Line kind="trouble" text={t('headquarters.offline', { count: unsent })} />;
  if (unsent > 0) return <Line kind="sending" text={t('headquarters.sending', { count: unsent })} />;
  const minutes = lastHeardAt ? Math.floor((epochMsOf(now()) - epochMsOf(lastHeardAt)) / MINUTE_MS) : 0;
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

/** Draws the minutes anew as they go by. */
function useEachHalfMinute(): void {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
}

import { useTranslation } from 'react-i18next';
import { useStationQuery } from '../station-context.tsx';

/** In a trial: the booking page, the phone and the existing system that stand around the desk. */
export function TrialPages() {
  const { t } = useTranslation();
  const { data } = useStationQuery('sync.trial', {}, ['sync']);
  const pages = data?.ok ? data.value : {};
  if (!pages.phone) return null;
  return (
    <p className="station-dim" data-testid="trial-pages">
      {t('headquarters.trialPages')}{' '}
      {(['booking', 'phone', 'system'] as const).map((name, index) => (
        <span key={name}>
          {index > 0 && ' · '}
          <a href={pages[name]} target="_blank" rel="noreferrer">
            {t(`headquarters.trial.${name}`)}
          </a>
        </span>
      ))}
    </p>
  );
}

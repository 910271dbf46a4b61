import { useTranslation } from 'react-i18next';
import type { ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import { GoAgain, ScreeningVersions } from './screening-versions.tsx';
import { YesList } from './yes-list.tsx';

/** The dose may be given: what is to be kept in mind, and which doctor said so. */
export function ScreeningClear({ view, onAgain }: { view: ScreeningView; onAgain(): void }) {
  const { yes = [], cleared } = view;
  const { t } = useTranslation();
  return (
    <section className="screening-clear" aria-label={t('screening.title')} data-testid="screening-done">
      <div className="screening-head">
        <p role="status">{t(yes.length === 0 ? 'screening.none' : 'screening.noted')}</p>
        <GoAgain onAgain={onAgain} />
      </div>
      <YesList yes={yes} />
      {cleared && (
        <p>
          {cleared.by ? t('screening.cleared', { name: cleared.by }) : t('screening.clearedBySomebody')}
          {cleared.reason && `: ${cleared.reason}`}
        </p>
      )}
      <ScreeningVersions view={view} />
    </section>
  );
}

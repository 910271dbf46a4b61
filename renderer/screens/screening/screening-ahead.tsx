import { useTranslation } from 'react-i18next';
import type { ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';

type Ahead = NonNullable<ScreeningView['ahead']>;

/** What somebody answered before they came: which answers stand against a dose, and that nobody has asked them yet. */
export function ScreeningAhead({ ahead, note }: { ahead: Ahead; note: 'confirm' | 'otherVersion' | 'off' }) {
  const { t } = useTranslation();
  const { moment, language } = useFormats();
  const affirmed = ahead.answers.filter(({ isYes }) => isYes);
  return (
    <section
      className="screening-ahead"
      aria-label={t('screening.aheadTitle')}
      data-testid="screening-ahead"
      data-outcome={ahead.outcome}
    >
      <p role="status">
        <strong>{t('screening.ahead', { at: moment(ahead.at) })}</strong> {t(`screening.aheadNote.${note}`)}
      </p>
      {ahead.isUnreadable && <p>{t('screening.aheadUnreadable')}</p>}
      {!ahead.isUnreadable && affirmed.length === 0 && <p>{t('screening.aheadAllNo')}</p>}
      <ul className="screening-yes">
        {affirmed.map(({ id, text, yes }) => (
          <li key={id} data-means={yes}>
            {text[language]} <strong>{t(`screening.means.${yes}`)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

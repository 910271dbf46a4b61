import { useTranslation } from 'react-i18next';
import type { ShownEvening } from '../../../contracts/ipc/stock-shown.ts';
import { Card } from '../../../ui/card.tsx';

/** For each vaccine what is left over today, and whether another vial is worth opening. */
export function EveningHelp({ evening }: { evening: readonly ShownEvening[] }) {
  const { t } = useTranslation();
  const today = evening.filter(({ advice }) => advice.kind !== 'nothing');
  if (today.length === 0) return null;
  return (
    <Card title={t('stock.evening.title')}>
      <ul className="stock-evening" data-testid="evening">
        {today.map((each) => (
          <li key={each.productId} data-advice={each.advice.kind}>
            <strong>{each.product}</strong>
            <p>
              {t('stock.evening.left', { count: each.dosesLeft })}{' '}
              {t('stock.evening.expected', { count: each.expected })}
            </p>
            <Advice {...each} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Advice({ advice }: ShownEvening) {
  const { t } = useTranslation();
  if (advice.kind === 'nothing') return null;
  if (advice.kind === 'too-few')
    return (
      <p className="stock-advice">
        {advice.vials > 0 && t('stock.evening.openMore', { count: advice.vials })}{' '}
        {t('stock.evening.missing', { count: advice.missing })}
      </p>
    );
  return (
    <p className="stock-advice">
      {advice.kind === 'open-more'
        ? t('stock.evening.openMore', { count: advice.vials })
        : t('stock.evening.openNoMore')}{' '}
      {advice.spare > 0 &&
        advice.kind === 'open-more' &&
        t('stock.evening.spareThen', { count: advice.spare })}{' '}
      {advice.call > 0 && t('stock.evening.call', { count: advice.call })}
      {advice.spare > 0 && advice.call === 0 && t('stock.evening.nobodyWaits')}
    </p>
  );
}

import { useTranslation } from 'react-i18next';
import type { DoseCorrection } from '../../contracts/ipc/dose-versions.ts';
import { useFormats } from '../i18n/use-formats.ts';

type Facts = DoseCorrection['before'];

/** What stood there about a dose, struck out, and what stands there instead; nothing of what is the same. */
export function DoseChanges({ before, after }: { before: Facts; after: Facts }) {
  const rows = useFactRows();
  const now = rows(after);
  return rows(before).map(([name, old], index) => {
    const isNow = now[index]?.[1];
    if (old === isNow) return null;
    return (
      <p key={name} className="people-change">
        {name}: <del>{old}</del> <ins>{isNow}</ins>
      </p>
    );
  });
}

function useFactRows() {
  const { t } = useTranslation();
  const { date, decimal } = useFormats();
  return (facts: Facts): (readonly [string, string])[] => [
    [t('dose.product'), facts.product ?? '–'],
    [t('dose.lot'), facts.lot],
    [t('dose.expires'), facts.expiresOn ? date(facts.expiresOn) : '–'],
    [t('correctDose.givenOn'), date(facts.givenOn)],
    [t('dose.site'), t(`site.${facts.site}`)],
    [t('correctDose.route'), facts.route ? t(`correctDose.routes.${facts.route}`) : '–'],
    [t('correctDose.amount'), facts.amountMl === undefined ? '–' : decimal(facts.amountMl)],
    [t('correctDose.vaccinator'), facts.vaccinator ?? '–'],
    [t('dose.indication'), facts.indication ? t(`indication.${facts.indication}`) : '–'],
  ];
}

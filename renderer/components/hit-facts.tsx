import { useTranslation } from 'react-i18next';
import type { PersonHit } from '../../contracts/ipc/people-contract.ts';
import { useFormats } from '../i18n/use-formats.ts';

/** What tells two people of one name and birth date apart: when they are expected today, and where they live. */
export function HitFacts({ today, address }: Pick<PersonHit, 'today' | 'address'>) {
  const { t } = useTranslation();
  const { clock } = useFormats();
  if (!today && !address) return null;
  return (
    <span className="station-dim" data-testid="hit-facts">
      {[today && t('scan.hitToday', { clock: clock(today) }), address].filter(Boolean).join(' · ')}
    </span>
  );
}

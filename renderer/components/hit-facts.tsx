import { useTranslation } from 'react-i18next';
import type { PersonHit } from '../../contracts/ipc/people-contract.ts';
import { useFormats } from '../i18n/use-formats.ts';

/** What tells two people of one name and birth date apart: when they are expected today, which dose is next, and where they live. */
export function HitFacts({ today, nextDose, address }: Pick<PersonHit, 'today' | 'nextDose' | 'address'>) {
  const { t } = useTranslation();
  const { clock, date, dayOf } = useFormats();
  const dose = nextDose && t('person.dose', { ordinal: nextDose.ordinal });
  const isToday = today !== undefined && nextDose?.day === dayOf(today);
  const facts = [
    today && t('scan.hitToday', { clock: clock(today) }),
    dose && (isToday ? dose : t('scan.hitNext', { dose, date: date(nextDose.day) })),
    address,
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return (
    <span className="station-dim" data-testid="hit-facts">
      {facts.join(' · ')}
    </span>
  );
}

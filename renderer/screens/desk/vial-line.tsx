import './vial-line.css';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { timeLeft, useNow } from '../../components/time-left.ts';
import type { VialChoice, VialForDose } from './use-vial-of-dose.ts';

/** Which vial the dose comes from, what is left in it and for how long, and what speaks against it. */
export function VialLine({ found, onChoose }: { found: VialForDose; onChoose(choice: VialChoice): void }) {
  const { t } = useTranslation();
  const wordsOf = useVialWords();
  const { kind, vials, objections, blocked, otherProduct, closed } = found;
  const [only] = vials;
  const mayOpen = kind !== 'new' && kind !== 'no-vial' && !objections.includes('lot-blocked');
  return (
    <div className="vial-line" data-testid="vial-of-dose" data-kind={kind}>
      {kind === 'open' && only && <p role="status">{wordsOf(only)}</p>}
      {kind === 'new' && found.newVial && (
        <p role="status">
          {t('vial.opens', { number: found.newVial.number, count: found.newVial.doses })}
          {found.newVial.usableHours !== undefined &&
            ` ${t('vial.hours', { hours: found.newVial.usableHours })}`}
          {closed === 0 && ` ${t('vial.notInBooks')}`}
        </p>
      )}
      {kind === 'choose' && (
        <fieldset>
          <legend>{t('vial.choose')}</legend>
          {vials.map((vial) => (
            <Button
              key={vial.vialId}
              variant="light"
              size="sm"
              onClick={() => onChoose({ vialId: vial.vialId })}
              data-testid="choose-vial"
            >
              {wordsOf(vial)}
            </Button>
          ))}
        </fieldset>
      )}
      {objections.map((objection) => (
        <p
          key={objection}
          className={objection === 'lot-unknown' ? 'station-dim' : 'desk-refusal desk-stop'}
          role={objection === 'lot-unknown' ? 'status' : 'alert'}
          data-testid="vial-objection"
          data-reason={objection}
        >
          <span>
            {objection === 'lot-unknown'
              ? t('vial.unknownLot')
              : objection === 'other-product' && otherProduct
                ? t('vial.otherProduct', { product: otherProduct })
                : t(`refusal.${objection}`)}
            {objection === 'lot-blocked' && blocked && ` ${t('vial.blockedBecause', { reason: blocked })}`}
          </span>
        </p>
      ))}
      {mayOpen && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChoose({ opensNew: true })}
          data-testid="open-new-vial"
        >
          {t('vial.openNew')}
        </Button>
      )}
    </div>
  );
}

/** "Vial 3 of lot X, 4 doses left, 5:20 h more". */
function useVialWords() {
  const { t } = useTranslation();
  const now = useNow();
  return ({ number, lot, left, usableUntil }: VialForDose['vials'][number]) => {
    const time = usableUntil && timeLeft(usableUntil, now);
    const facts = t('vial.facts', { number, lot, count: left });
    return time ? `${facts}, ${t('vial.timeLeft', { time })}` : facts;
  };
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import type { ArrivalActions } from './use-arrival-actions.ts';
import type { Failed } from './use-desk.ts';
import { useLastDose } from './use-last-dose.ts';

/** Why something was not done, and the way on: acknowledge the warning, or send the same again. */
export function RefusalLine({
  failed,
  card,
  actions,
}: {
  failed: Failed;
  card: PersonCard | undefined;
  actions: ArrivalActions;
}) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const lastDose = useLastDose(card);
  const reason = 'refusal' in failed ? failed.refusal.reason : undefined;
  return (
    <div className="desk-refusal" role="alert" data-testid="refusal" data-reason={reason}>
      <span>
        {sentenceOf(failed)} {reason === 'doses-changed' && lastDose}
      </span>
      {reason !== undefined && actions.canGoOnDespite(reason) && (
        <Button variant="outline" onClick={() => actions.goOnDespite(reason)}>
          {t('action.checkInAnyway')}
          <KeyHint name="F8" />
        </Button>
      )}
      {'problem' in failed && (
        <Button variant="outline" onClick={actions.again}>
          {t('tryAgain')}
        </Button>
      )}
    </div>
  );
}

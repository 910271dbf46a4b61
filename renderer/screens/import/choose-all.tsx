import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';

interface ChooseAllProps {
  readonly importId: string;
  readonly verdict: 'changed' | 'duplicate';
  /** Whether the last row was in sight: nobody takes what they have not seen. */
  readonly isSeen: boolean;
  onChosen(): void;
}

/** One choice for all rows of a kind, and the way back. */
export function ChooseAll({ importId, verdict, isSeen, onChosen }: ChooseAllProps) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('import.choose-all');
  const [refused, setRefused] = useState<string>();
  const choose = async (choice: 'take' | 'new' | 'leave') => {
    const answer = await send({ importId, verdict, choice });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
    onChosen();
  };
  const all = verdict === 'changed' ? 'take' : 'new';
  return (
    <div className="import-actions">
      <Button
        size="compact-md"
        variant="light"
        disabled={!isSeen || isBusy}
        onClick={() => void choose(all)}
        data-testid={`import-all-${verdict}`}
      >
        {t(`import.choice.all.${all}`)}
      </Button>
      <Button size="compact-md" variant="subtle" disabled={isBusy} onClick={() => void choose('leave')}>
        {t('import.choice.all.leave')}
      </Button>
      {!isSeen && <span className="station-dim">{t('import.choice.seeFirst')}</span>}
      {refused && <span role="alert">{refused}</span>}
    </div>
  );
}

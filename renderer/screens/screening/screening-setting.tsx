import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireView } from '../../../contracts/ipc/screening-contract.ts';
import { Card } from '../../../ui/card.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';

/** Which questions are asked before each dose: off until a lead switches them on, for the whole centre. */
export function ScreeningSetting() {
  const { data } = useStationQuery('screening.setting', {}, ['staff']);
  if (!data?.ok) return null;
  const { active, questionnaires } = data.value;
  return questionnaires.map((each) => (
    <Questions
      key={`${each.id} ${each.version}`}
      questionnaire={each}
      isOn={active?.id === each.id && active.version === each.version}
    />
  ));
}

function Questions({ questionnaire, isOn }: { questionnaire: QuestionnaireView; isOn: boolean }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const sentenceOf = useRefusalSentence();
  const mayChange = useMay(['site-lead']);
  const { send, isBusy } = useStationCommand('screening.switch');
  const [refused, setRefused] = useState<string>();
  const { id, version, name, source, questions } = questionnaire;
  const change = async () => {
    const requestId = crypto.randomUUID();
    const answer = await send(isOn ? { requestId } : { requestId, questionnaire: { id, version } });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <Card
      title={name[language]}
      testId="screening-setting"
      actions={
        mayChange && (
          <Button
            variant={isOn ? 'default' : 'filled'}
            loading={isBusy}
            onClick={() => void change()}
            data-testid="screening-switch"
          >
            {t(isOn ? 'screeningSetting.switchOff' : 'screeningSetting.switchOn')}
          </Button>
        )
      }
    >
      <p role="status">{t(isOn ? 'screeningSetting.on' : 'screeningSetting.off')}</p>
      {refused && <Said tone="fault">{refused}</Said>}
      <ol>
        {questions.map((question) => (
          <li key={question.id}>
            {question.text[language]} <strong>{t(`screeningSetting.means.${question.yes}`)}</strong>
          </li>
        ))}
      </ol>
      <p className="station-dim">{t('screeningSetting.source', { version, source })}</p>
      <p className="station-dim">{t('screeningSetting.ahead')}</p>
      <p className="station-dim">{t('screeningSetting.whoReads')}</p>
    </Card>
  );
}

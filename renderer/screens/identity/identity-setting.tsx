import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';

/** Whether who somebody is is confirmed before each dose: off until a lead switches it on, for the whole centre. */
export function IdentitySetting() {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const mayChange = useMay(['site-lead']);
  const { data } = useStationQuery('identity.setting', {}, ['staff']);
  const { send, isBusy } = useStationCommand('identity.switch');
  const [refused, setRefused] = useState<string>();
  if (!data?.ok) return null;
  const { isOn } = data.value;
  const change = async () => {
    const answer = await send({ requestId: crypto.randomUUID(), isOn: !isOn });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <Card
      title={t('identitySetting.title')}
      testId="identity-setting"
      actions={
        mayChange && (
          <Button
            variant={isOn ? 'default' : 'filled'}
            loading={isBusy}
            onClick={() => void change()}
            data-testid="identity-switch"
          >
            {t(isOn ? 'identitySetting.switchOff' : 'identitySetting.switchOn')}
          </Button>
        )
      }
    >
      <p role="status">{t(isOn ? 'identitySetting.on' : 'identitySetting.off')}</p>
      <p className="station-dim">{t('identitySetting.what')}</p>
      {refused && <Said tone="fault">{refused}</Said>}
    </Card>
  );
}

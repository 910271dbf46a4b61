import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConsentKind, consentKinds } from '../../../domain/consent/events.ts';
import { Card } from '../../../ui/card.tsx';
import { SavedForm } from '../../components/saved-form.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';

/** Which kinds of consent the desk offers, for the whole centre. */
export function ConsentSetting() {
  const { t } = useTranslation();
  const { data } = useStationQuery('consent.setting', {}, ['staff']);
  if (!data?.ok) return null;
  const { kinds, isChosen } = data.value;
  return (
    <Card title={t('consentSetting.title')} testId="consent-setting">
      {!isChosen && <p role="status">{t('consentSetting.usual')}</p>}
      <p className="station-dim">{t('consentSetting.what')}</p>
      <Kinds kinds={kinds} />
      <p className="station-dim">{t('consentSetting.doctor')}</p>
    </Card>
  );
}

function Kinds({ kinds }: { kinds: readonly ConsentKind[] }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const mayChange = useMay(['site-lead']);
  const { send, isBusy } = useStationCommand('consent.choose-kinds');
  const [wished, setWished] = useState<readonly ConsentKind[]>(kinds);
  const [chosen, setChosen] = useState(kinds);
  // Chosen at another window: what stands here begins anew with it.
  if (chosen.join() !== kinds.join()) {
    setChosen(kinds);
    setWished(kinds);
  }
  const [told, setTold] = useState<string>();
  const toggle = (kind: ConsentKind) =>
    setWished(wished.includes(kind) ? wished.filter((each) => each !== kind) : [...wished, kind]);
  const save = async () => {
    const answer = await send({ requestId: crypto.randomUUID(), kinds: [...wished] });
    setTold(answer.ok ? t('consentSetting.saved') : sentenceOf(answer));
    return answer.ok;
  };
  return (
    <SavedForm className="consent-kinds" save={save}>
      {consentKinds.map((kind) => (
        <Checkbox
          key={kind}
          label={t(`consent.kinds.${kind}`)}
          checked={wished.includes(kind)}
          disabled={!mayChange}
          onChange={() => toggle(kind)}
          data-testid={`consent-kind-${kind}`}
        />
      ))}
      {mayChange && (
        <div>
          <Button
            type="submit"
            loading={isBusy}
            disabled={wished.length === 0}
            data-testid="consent-kinds-save"
          >
            {t('consentSetting.save')}
          </Button>
        </div>
      )}
      <p role="status">{told}</p>
    </SavedForm>
  );
}

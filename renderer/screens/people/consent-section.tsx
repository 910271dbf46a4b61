import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { mayKeepRecords } from '../../../domain/people/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand } from '../../station-context.tsx';

/** Whether the person wants messages by e-mail, since when, and who was told. */
export function ConsentSection({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('people.consent');
  const mayChange = useMay(mayKeepRecords) && record.status === 'registered';
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const consent = record.consents.find(({ channel }) => channel === 'email');
  const isGiven = consent?.isGiven ?? false;
  const say = async () => {
    const answer = await send({
      requestId: crypto.randomUUID(),
      personId: record.personId,
      channel: 'email',
      isGiven: !isGiven,
    });
    setFailed(answer.ok ? undefined : answer);
  };
  return (
    <Card
      title={t('people.consent')}
      actions={
        mayChange && (
          <Button
            size="compact-md"
            variant="light"
            loading={isBusy}
            onClick={() => void say()}
            data-testid="consent"
          >
            {t(isGiven ? 'people.withdrawConsent' : 'people.giveConsent')}
          </Button>
        )
      }
    >
      <p data-testid="consent-state">
        {consent
          ? t(isGiven ? 'people.consentGiven' : 'people.consentWithdrawn', {
              at: moment(consent.recordedAt),
              by: consent.by ?? t('people.byStation'),
            })
          : t('people.consentNever')}
      </p>
      {failed && <p role="alert">{sentenceOf(failed)}</p>}
    </Card>
  );
}

import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';

/** Whose certificates this station believes, and how old that list is. */
export function TrustList() {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const file = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState('');
  const { data: answer, refetch } = useStationQuery('scanning.trust-list', {}, []);
  const { send, isBusy } = useStationCommand('scanning.import-trust-list');
  const list = answer?.ok ? answer.value.list : undefined;

  const take = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = currentTarget.files ?? [];
    if (!chosen) return;
    const text = await chosen.text();
    currentTarget.value = '';
    const taken = await send({ requestId: crypto.randomUUID(), text });
    setTold(taken.ok ? t('scanners.trust.taken') : sentenceOf(taken));
    void refetch();
  };

  return (
    <section data-testid="trust-list">
      <h3>{t('scanners.trust.title')}</h3>
      {list ? (
        <p>
          {t('scanners.trust.present', {
            date: formats.date(list.issuedAt.slice(0, 10) as PlainDate),
            signers: list.documentSigners,
            issuers: list.healthCardIssuers,
          })}
        </p>
      ) : (
        <p>{t('scanners.trust.none')}</p>
      )}
      {list?.isTooOld && <p className="scanner-setup-advice">{t('scanners.trust.tooOld')}</p>}
      <p role="status">{told}</p>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('scanners.trust.choose')}
        onChange={(event) => void take(event)}
      />
      <Button
        variant="default"
        loading={isBusy}
        leftSection={<IconFileImport size={20} aria-hidden />}
        onClick={() => file.current?.click()}
      >
        {t('scanners.trust.choose')}
      </Button>
    </section>
  );
}

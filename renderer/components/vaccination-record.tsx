import { Button } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../contracts/ipc/answer.ts';
import { mayReceive } from '../../domain/vaccination/who-may.ts';
import { firstPress } from '../../ui/first-press.ts';
import { Said } from '../../ui/said.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMay } from '../session/use-may.ts';
import { useStationCommand, useStationQuery } from '../station-context.tsx';
import { useRefusalSentence } from './use-refusal-sentence.ts';

/** The Impfbescheinigung of somebody to print, and what the law asks for and the record does not say. */
export function VaccinationRecord({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const sentenceOf = useRefusalSentence();
  const mayPrint = useMay(mayReceive);
  const { send, isBusy } = useStationCommand('records.of-person');
  const { data } = useStationQuery('records.check', { personId }, ['desk', 'people', 'staff']);
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  if (!data?.ok || !mayPrint) return null;
  const { missing } = data.value;
  const print = async () => {
    const answer = await send({ personId, language });
    setFailed(answer.ok ? undefined : answer);
    if (answer.ok) saveFile(answer.value);
  };
  return (
    <div data-testid="vaccination-record">
      {missing.length > 0 && (
        <p role="status" data-testid="record-missing">
          {t('records.missing', { fields: missing.map((field) => t(`records.fields.${field}`)).join(', ') })}
        </p>
      )}
      <Button
        variant="default"
        loading={isBusy}
        leftSection={<IconFileCertificate size={18} aria-hidden />}
        onClick={firstPress(() => void print())}
        data-testid="print-record"
      >
        {t('records.print')}
      </Button>
      {failed && <Said tone="fault">{sentenceOf(failed)}</Said>}
    </div>
  );
}

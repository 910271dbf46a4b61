import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { mayDisclose } from '../../../domain/people/who-may.ts';
import { mayReadMedical } from '../../../domain/vaccination/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { firstPress } from '../../../ui/first-press.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand } from '../../station-context.tsx';

/** What a person may have of what is kept about them (GDPR Art. 15). */
export function ExportSection({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('people.export');
  const mayExport = useMay(mayDisclose);
  const readsMedical = useMay(mayReadMedical);
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  if (!mayExport) return null;
  const take = async (format: 'json' | 'pdf') => {
    const answer = await send({ personId: record.personId, format, language });
    setFailed(answer.ok ? undefined : answer);
    if (answer.ok) saveFile(answer.value);
  };
  return (
    <Card title={t('people.export')}>
      <p className="station-dim">{t('people.exportText')}</p>
      {!readsMedical && <p className="station-dim">{t('people.exportWithoutMedical')}</p>}
      <div className="people-actions">
        {(['pdf', 'json'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            loading={isBusy}
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={firstPress(() => void take(format))}
            data-testid={`export-${format}`}
          >
            {t(`people.exportAs.${format}`)}
          </Button>
        ))}
      </div>
      {failed && <p role="alert">{sentenceOf(failed)}</p>}
    </Card>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { ChannelAnswer } from '../../../contracts/ipc/station-contract.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { bytesOfBase64 } from '../../../ui/base64.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { firstPress } from '../../../ui/first-press.ts';
import { saveParts } from '../../../ui/save-file.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStation } from '../../station-context.tsx';

/** Files that leave the station: the day list for paper, and everybody for another system. */
export function ExportsSection({ onFault }: { onFault(fault: Extract<Answer, { ok: false }>): void }) {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const client = useStation();
  const [day, setDay] = useState<string>(today);
  const [isBusy, setBusy] = useState(false);
  const saveDayList = async (format: 'pdf' | 'csv') => {
    const on = parsePlainDate(day);
    if (!on) return;
    const answer = await client.ask('import.day-list', { day: on, format, language });
    if (!answer.ok) return onFault(answer);
    const type = format === 'pdf' ? 'application/pdf' : 'text/csv';
    saveParts(answer.value.fileName, [bytesOfBase64(answer.value.bytes)], type);
  };
  const saveEverybody = async (format: 'csv' | 'fhir') => {
    setBusy(true);
    const parts: string[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const part: ChannelAnswer<'import.export'> = await client.ask('import.export', { format, after });
      if (!part.ok) {
        setBusy(false);
        return onFault(part);
      }
      parts.push(part.value.text);
      after = part.value.next;
    }
    setBusy(false);
    const name = language === 'de' ? 'Personen' : 'People';
    saveParts(
      `${name}.${format === 'csv' ? 'csv' : 'json'}`,
      parts,
      format === 'csv' ? 'text/csv' : 'application/fhir+json',
    );
  };
  return (
    <section className="card" data-entry="none" aria-labelledby="import-exports">
      <h3 id="import-exports">{t('import.exports')}</h3>
      <p className="import-warning">{t('import.confidential')}</p>
      <div className="import-export">
        <h3>{t('import.dayList')}</h3>
        <DateInput
          language={language}
          today={today()}
          label={t('import.day')}
          value={day}
          onChange={setDay}
        />
        <Button onClick={firstPress(() => void saveDayList('pdf'))} data-testid="day-list-pdf">
          {t('import.dayListPdf')}
        </Button>
        <Button variant="default" onClick={firstPress(() => void saveDayList('csv'))}>
          {t('import.dayListCsv')}
        </Button>
      </div>
      <div className="import-export">
        <h3>{t('import.everybody')}</h3>
        <Button variant="default" disabled={isBusy} onClick={firstPress(() => void saveEverybody('csv'))}>
          {t('import.everybodyCsv')}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={firstPress(() => void saveEverybody('fhir'))}>
          {t('import.everybodyFhir')}
        </Button>
      </div>
    </section>
  );
}

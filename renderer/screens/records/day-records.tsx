import './records-screen.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { Card } from '../../../ui/card.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Said } from '../../../ui/said.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

/** The records of everybody vaccinated on a day, in one file to print. */
export function DayRecords() {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('records.of-day');
  const [day, setDay] = useState<string>(today);
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const on = parsePlainDate(day);
  const print = async () => {
    if (!on) return;
    const answer = await send({ day: on, language });
    setFailed(answer.ok ? undefined : answer);
    if (answer.ok) saveFile(answer.value);
  };
  return (
    <Card title={t('records.ofDay')}>
      <p className="station-dim">{t('records.ofDayText')}</p>
      <div className="records-row">
        <DateInput
          language={language}
          today={today()}
          label={t('records.day')}
          value={day}
          onChange={setDay}
        />
        <Button disabled={!on} loading={isBusy} onClick={() => void print()} data-testid="print-day-records">
          {t('records.printDay')}
        </Button>
      </div>
      {failed && <Said tone="fault">{sentenceOf(failed)}</Said>}
    </Card>
  );
}

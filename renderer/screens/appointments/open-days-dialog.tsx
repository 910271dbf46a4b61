import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { datesTopics } from './use-dates.ts';

const A_MONTH = 27;

/** Opens a range of days; it begins where the last one ended. */
export function OpenDaysDialog({
  today,
  lastOpenDay,
  onClose,
}: {
  today: PlainDate;
  lastOpenDay: PlainDate | undefined;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { data } = useStationQuery('slots.templates', {}, datesTopics);
  const templates = data?.ok ? data.value.templates : [];
  const { send } = useStationCommand('slots.open-days');
  const start = lastOpenDay && lastOpenDay >= today ? addDays(lastOpenDay, 1) : today;
  const [from, setFrom] = useState<string>(start);
  const [to, setTo] = useState<string>(addDays(start, A_MONTH));
  const [chosen, setChosen] = useState('');
  const templateId = chosen || (templates[0]?.templateId ?? '');
  const hasNone = data !== undefined && templates.length === 0;
  return (
    <CommandDialog
      title={t('opening.open.title')}
      submitLabel={t('opening.open.confirm')}
      doneLabel={t('opening.open.finish')}
      isReady={templateId !== ''}
      submitTestId="confirm-open-days"
      send={(requestId) => send({ requestId, templateId, from, to })}
      onDone={({ value }) => t('opening.open.done', { count: value.days })}
      onClose={onClose}
    >
      <p>{t('opening.open.text')}</p>
      {hasNone ? (
        <p className="dates-warning">{t('opening.open.noTemplate')}</p>
      ) : (
        <>
          <NativeSelect
            label={t('opening.open.template')}
            value={templateId}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={templates.map((each) => ({ value: each.templateId, label: each.name }))}
          />
          <DateInput
            language={language}
            today={today}
            required
            label={t('opening.open.from')}
            value={from}
            onChange={setFrom}
          />
          <DateInput
            language={language}
            today={today}
            required
            label={t('opening.open.to')}
            value={to}
            onChange={setTo}
          />
        </>
      )}
    </CommandDialog>
  );
}

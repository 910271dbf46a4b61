import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
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
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('slots.templates', {}, datesTopics);
  const templates = data?.ok ? data.value.templates : [];
  const { send, isBusy } = useStationCommand('slots.open-days');
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const start = lastOpenDay && lastOpenDay >= today ? addDays(lastOpenDay, 1) : today;
  const [from, setFrom] = useState<string>(start);
  const [to, setTo] = useState<string>(addDays(start, A_MONTH));
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState<string>();
  const [isDone, setDone] = useState(false);
  const templateId = chosen || (templates[0]?.templateId ?? '');
  const open = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await send({ requestId, templateId, from, to });
    setDone(answer.ok);
    setSaid(answer.ok ? t('opening.open.done', { count: answer.value.days }) : sentenceOf(answer));
    if (answer.ok || 'refusal' in answer) setRequestId(crypto.randomUUID());
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('opening.open.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{t('opening.open.text')}</p>
      {data && templates.length === 0 ? (
        <p className="dates-warning">{t('opening.open.noTemplate')}</p>
      ) : (
        <form className="dates-form" onSubmit={(event) => void open(event)}>
          <NativeSelect
            label={t('opening.open.template')}
            value={templateId}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={templates.map((each) => ({ value: each.templateId, label: each.name }))}
          />
          <TextInput
            type="date"
            required
            label={t('opening.open.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            required
            label={t('opening.open.to')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          {said && <p role="status">{said}</p>}
          <div className="desk-actions">
            <Button variant="default" onClick={onClose}>
              {t(isDone ? 'opening.open.finish' : 'cancel')}
            </Button>
            <Button type="submit" loading={isBusy} data-testid="confirm-open-days">
              {t('opening.open.confirm')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { MOST_MESSAGE_CHARACTERS } from '../../../domain/messages/centre-message.ts';
import type { MessageDays } from '../../../domain/messages/message-days.ts';
import { Card } from '../../../ui/card.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Said } from '../../../ui/said.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { MessagePreviewDialog } from './message-preview-dialog.tsx';

const audiences = { day: 'toDay', period: 'toPeriod', coming: 'toComing' } as const;
type Audience = keyof typeof audiences;

const nothing = { de: '', en: '', to: 'day' as Audience, from: '', until: '' };

/** What is written and to whom; nothing is sent before it was looked at. */
export function MessageForm() {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const [form, setForm] = useState(nothing);
  const [isLookedAt, setLookedAt] = useState(false);
  const [isTaken, setTaken] = useState(false);
  const change = (part: Partial<typeof form>) => {
    setTaken(false);
    setForm((before) => ({ ...before, ...part }));
  };
  const words = { de: form.de.trim(), en: form.en.trim() };
  const days = daysOf(form, today());
  const isReady = words.de !== '' && words.en !== '' && days !== undefined;
  const shared = {
    autosize: true,
    minRows: 2,
    maxRows: 6,
    required: true,
    maxLength: MOST_MESSAGE_CHARACTERS,
  };
  const dayField = (name: 'from' | 'until', label: string) => (
    <DateInput
      label={label}
      language={language}
      today={today()}
      value={form[name]}
      {...(name === 'until' && { description: t('messages.untilHint') })}
      onChange={(value: string) => change({ [name]: value })}
    />
  );
  return (
    <Card title={t('messages.write')} testId="write-message">
      <form
        className="messages-form"
        aria-label={t('messages.write')}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) setLookedAt(true);
        }}
      >
        <Textarea
          {...shared}
          lang="de"
          label={t('messages.de')}
          description={t('messages.textHint')}
          value={form.de}
          onChange={(event) => change({ de: event.currentTarget.value })}
        />
        <Textarea
          {...shared}
          lang="en"
          label={t('messages.en')}
          value={form.en}
          onChange={(event) => change({ en: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('messages.to')}
          value={form.to}
          data={Object.entries(audiences).map(([value, name]) => ({ value, label: t(`messages.${name}`) }))}
          onChange={(event) => change({ to: event.currentTarget.value as Audience })}
        />
        {form.to === 'day' && dayField('from', t('messages.day'))}
        {form.to === 'period' && (
          <div className="messages-days">
            {dayField('from', t('messages.from'))}
            {dayField('until', t('messages.until'))}
          </div>
        )}
        {isTaken && (
          <Said tone="done" testId="message-taken">
            {t('messages.taken')}
          </Said>
        )}
        <Button type="submit" disabled={!isReady} data-testid="preview-message">
          {t('messages.preview')}
        </Button>
      </form>
      {isLookedAt && days && (
        <MessagePreviewDialog
          words={words}
          days={days}
          onSent={() => {
            setLookedAt(false);
            setForm(nothing);
            setTaken(true);
          }}
          onClose={() => setLookedAt(false)}
        />
      )}
    </Card>
  );
}

/** Undefined while a day is missing. */
function daysOf({ to, from, until }: typeof nothing, today: PlainDate): MessageDays | undefined {
  if (to === 'coming') return { from: today };
  if (from === '' || (to === 'period' && until === '')) return undefined;
  return { from: from as PlainDate, to: (to === 'day' ? from : until) as PlainDate };
}

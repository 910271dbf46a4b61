import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessagePreview } from '../../../contracts/ipc/messages-contract.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { languages } from '../../../domain/kernel/bilingual.ts';
import type { MessageDays } from '../../../domain/messages/message-days.ts';
import { Said } from '../../../ui/said.tsx';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';

/** The words as people get them, how many that are, and the step that sends. */
export function MessagePreviewDialog({
  words,
  days,
  onSent,
  onClose,
}: {
  words: Bilingual;
  days: MessageDays;
  onSent(): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send } = useStationCommand('messages.send');
  const [isAgain, setAgain] = useState(false);
  const { data } = useStationQuery('messages.preview', { words, days }, ['handover', 'people', 'passes']);
  const preview = data?.ok ? data.value : undefined;
  const passes = preview?.passes ?? 0;
  const sameSentAt = preview?.sameSentAt;
  return (
    <CommandDialog
      title={t('messages.previewTitle')}
      size="lg"
      submitLabel={t('messages.send', { count: passes })}
      isReady={passes > 0 && (sameSentAt === undefined || isAgain)}
      about={String(isAgain)}
      testId="message-preview"
      submitTestId="send-message"
      send={(requestId) => send({ requestId, words, days, evenAgain: isAgain })}
      onDone={() => {
        onSent();
        return undefined;
      }}
      onClose={onClose}
    >
      {data && !data.ok && <Said tone="fault">{sentenceOf(data)}</Said>}
      {preview && <Previewed words={words} preview={preview} />}
      {sameSentAt !== undefined && (
        <>
          <Said tone="warning" testId="message-same">
            {t('messages.sameSent', { at: moment(sameSentAt) })}
          </Said>
          <Checkbox
            label={t('messages.again')}
            checked={isAgain}
            onChange={(event) => setAgain(event.currentTarget.checked)}
          />
        </>
      )}
    </CommandDialog>
  );
}

function Previewed({ words, preview }: { words: Bilingual; preview: MessagePreview }) {
  const { t } = useTranslation();
  const { passes, mails, mailSubject, mailText } = preview;
  return (
    <>
      <h3>{t('messages.onPhone')}</h3>
      {languages.map((language) => (
        <blockquote key={language} lang={language} className="messages-quote">
          {words[language]}
        </blockquote>
      ))}
      <h3>{t('messages.byMail')}</h3>
      {languages.map((language) => (
        <blockquote key={language} lang={language} className="messages-quote">
          <strong>{mailSubject[language]}</strong>
          {`\n\n${mailText[language].trim()}`}
        </blockquote>
      ))}
      {passes === 0 ? (
        <Said tone="warning">{t('messages.nobody')}</Said>
      ) : (
        <div data-testid="message-reaches">
          <p>{t('messages.reaches')}</p>
          <ul>
            <li>{t('messages.passes', { count: passes })}</li>
            <li>{t('messages.mails', { count: mails })}</li>
          </ul>
        </div>
      )}
      <p className="station-dim">{t('messages.google')}</p>
    </>
  );
}

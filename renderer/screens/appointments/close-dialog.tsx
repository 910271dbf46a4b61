import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { datesTopics } from './use-dates.ts';

const reasons = ['staff', 'vaccine', 'building', 'other'] as const;

/** Says how many people are affected and what they will be sent, before anything is closed. */
export function CloseDialog({
  day,
  lane,
  onClose,
}: {
  day: PlainDate;
  lane: string | undefined;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const what = { day, ...(lane === undefined ? {} : { lanes: [lane] }) };
  const { data } = useStationQuery('slots.close-preview', what, datesTopics);
  const preview = data?.ok ? data.value : undefined;
  const { send } = useStationCommand('slots.close');
  const [reason, setReason] = useState<(typeof reasons)[number]>('staff');
  const date = formats.date(day);
  return (
    <CommandDialog
      title={
        lane === undefined
          ? t('opening.close.titleDay', { date })
          : t('opening.close.titleLane', { lane, date })
      }
      submitLabel={t('opening.close.confirm', { count: preview?.people ?? 0 })}
      isDangerous
      isReady={preview !== undefined}
      submitTestId="confirm-close"
      send={(requestId) => send({ requestId, ...what, reason })}
      onDone={({ value }) => t('opening.close.done', { count: value.cancelled })}
      onClose={onClose}
    >
      {preview && (
        <div data-testid="close-preview">
          <p>
            <strong>
              {preview.people === 0
                ? t('opening.close.nobody')
                : t('opening.close.people', { count: preview.people })}
            </strong>
          </p>
          {preview.people > 0 && (
            <p>{t('opening.close.sent', { reachable: preview.reachable, passes: preview.passes })}</p>
          )}
          <NativeSelect
            label={t('opening.close.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value as typeof reason)}
            data={reasons.map((each) => ({ value: each, label: t(`opening.close.reasons.${each}`) }))}
          />
        </div>
      )}
      {data && !data.ok && <p role="alert">{sentenceOf(data)}</p>}
    </CommandDialog>
  );
}

import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';
import { useDatesOf } from './use-dates.ts';

const reasons = ['asked', 'wrong-entry'] as const;

/** Cancelling frees the place for others at once, so it is asked about first. */
export function CancelDialog({
  personId,
  date,
  onClose,
}: {
  personId: string;
  date: DatesOfPerson['dates'][number];
  onClose(): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('appointments.cancel');
  const [requestId] = useState(() => crypto.randomUUID());
  const person = useDatesOf(personId)?.person;
  const [reason, setReason] = useState<(typeof reasons)[number]>();
  const [refused, setRefused] = useState<string>();
  const cancel = async () => {
    if (!reason) return;
    const answer = await send({ requestId, personId, appointmentId: date.appointmentId, reason });
    if (answer.ok) onClose();
    else setRefused(sentenceOf(answer));
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('dates.panel.cancelTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {person && <PersonLine person={person} />}
      <p>
        {t('dates.panel.cancelText', { date: formats.date(date.day), clock: formats.clock(date.startsAt) })}
      </p>
      <Radio.Group
        label={t('dates.panel.cancelReason')}
        value={reason ?? null}
        mb="md"
        onChange={(value) => setReason(value as typeof reason)}
      >
        {reasons.map((each) => (
          <Radio key={each} value={each} label={t(`dates.panel.cancelReasons.${each}`)} mt="xs" />
        ))}
      </Radio.Group>
      {refused && (
        <p className="dates-warning" role="alert">
          {refused}
        </p>
      )}
      <div className="desk-actions">
        <Button variant="default" onClick={onClose}>
          {t('dates.panel.cancelKeep')}
        </Button>
        <Button
          color="red.9"
          loading={isBusy}
          disabled={!reason}
          onClick={() => void cancel()}
          data-testid="confirm-cancel"
        >
          {t('dates.panel.cancelConfirm')}
        </Button>
      </div>
    </Dialog>
  );
}

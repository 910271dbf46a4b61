import { Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
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
  const { send } = useStationCommand('appointments.cancel');
  const person = useDatesOf(personId)?.person;
  const [reason, setReason] = useState<(typeof reasons)[number]>();
  return (
    <CommandDialog
      title={t('dates.panel.cancelTitle')}
      submitLabel={t('dates.panel.cancelConfirm')}
      backLabel={t('dates.panel.cancelKeep')}
      isDangerous
      isReady={reason !== undefined}
      about={reason}
      submitTestId="confirm-cancel"
      send={async (requestId) =>
        reason && send({ requestId, personId, appointmentId: date.appointmentId, reason })
      }
      onClose={onClose}
    >
      {person && <PersonLine person={person} />}
      <p>
        {t('dates.panel.cancelText', { date: formats.date(date.day), clock: formats.clock(date.startsAt) })}
      </p>
      <Radio.Group
        label={t('dates.panel.cancelReason')}
        value={reason ?? null}
        onChange={(value) => setReason(value as typeof reason)}
      >
        {reasons.map((each) => (
          <Radio key={each} value={each} label={t(`dates.panel.cancelReasons.${each}`)} mt="xs" />
        ))}
      </Radio.Group>
    </CommandDialog>
  );
}

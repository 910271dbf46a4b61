import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { DoseWords } from '../../components/dose-words.tsx';
import { FourEyesDialog } from '../../components/four-eyes-dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { useStationCommand } from '../../station-context.tsx';
import type { Desk } from './use-desk.ts';
import { useFreshCard } from './use-person-card.ts';

type Reason = ChannelInput<'desk.void-dose'>['reason'];
const reasons: readonly Reason[] = ['wrong-person', 'not-given', 'wrong-entry', 'other'];

/** Undoing a dose: a new entry with a reason, never a deletion. */
export function VoidDoseDialog({
  person,
  dose,
  desk,
  onClose,
}: {
  person: PersonCard['person'];
  dose: PersonCard['doses'][number];
  desk: Desk;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const showFresh = useFreshCard();
  const { send } = useStationCommand('desk.void-dose');
  const [reason, setReason] = useState<Reason>();
  const [note, setNote] = useState('');
  const needsNote = reason === 'other' && note.trim() === '';
  return (
    <FourEyesDialog
      channel="desk.void-dose"
      title={t('void.title', { ordinal: dose.ordinal })}
      label={t('void.confirm')}
      testId="confirm-void"
      isReady={reason !== undefined && !needsNote}
      send={async (agreed) =>
        reason && send({ ...agreed, personId: dose.personId, doseId: dose.doseId, reason, note })
      }
      onDone={({ value }) => {
        showFresh(value);
        onClose();
        desk.finish({ kind: 'voided' });
      }}
      onClose={onClose}
    >
      <PersonLine person={person} />
      <p>
        <DoseWords dose={dose} />
      </p>
      <p>{t('void.text')}</p>
      <Radio.Group
        label={t('void.reason')}
        value={reason ?? null}
        onChange={(value) => setReason(value as Reason)}
      >
        {reasons.map((each) => (
          <Radio key={each} value={each} label={t(`void.reasons.${each}`)} mt="xs" />
        ))}
      </Radio.Group>
      <Textarea
        mt="md"
        label={t('void.note')}
        description={needsNote && t('void.noteNeeded')}
        required={reason === 'other'}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FourEyesDialog>
  );
}

import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DoseWords } from '../../components/dose-words.tsx';
import { GraveStepActions } from '../../components/grave-step-actions.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { isComplete, nobodyYet, type SecondEntry, SecondSignIn } from '../../components/second-sign-in.tsx';
import { usePinRefusal } from '../../session/use-pin-refusal.ts';
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
  const { send, isBusy } = useStationCommand('desk.void-dose');
  const [requestId] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState<Reason>();
  const [note, setNote] = useState('');
  const [second, setSecond] = useState<SecondEntry>(nobodyYet);
  const { sentence, say } = usePinRefusal();
  const needsNote = reason === 'other' && note.trim() === '';
  const isReady = isComplete(second) && reason !== undefined && !needsNote;
  const confirm = async () => {
    if (!reason) return;
    const answer = await send({
      requestId,
      personId: dose.personId,
      doseId: dose.doseId,
      reason,
      note,
      secondSignIn: second,
    });
    if (!answer.ok) {
      setSecond({ ...second, pin: '' });
      return say(answer);
    }
    showFresh(answer.value);
    onClose();
    desk.finish({ kind: 'voided' });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('void.title', { ordinal: dose.ordinal })}
      closeButtonProps={{ 'aria-label': t('close') }}
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
      <SecondSignIn
        channel="desk.void-dose"
        entry={second}
        onChange={setSecond}
        onEnter={isReady && !isBusy ? () => void confirm() : undefined}
      />
      <GraveStepActions
        sentence={sentence}
        label={t('void.confirm')}
        isBusy={isBusy}
        isReady={isReady}
        testId="confirm-void"
        onConfirm={() => void confirm()}
        onClose={onClose}
      />
    </Dialog>
  );
}

import './further-dose-dialog.css';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { GraveStepActions } from '../../components/grave-step-actions.tsx';
import { isComplete, nobodyYet, type SecondEntry, SecondSignIn } from '../../components/second-sign-in.tsx';
import { usePinRefusal } from '../../session/use-pin-refusal.ts';
import { useStationCommand } from '../../station-context.tsx';
import { DoseFacts } from './dose-facts.tsx';
import type { DoseEntry } from './draft-dose.tsx';
import type { ArrivalActions } from './use-arrival-actions.ts';
import type { Desk } from './use-desk.ts';
import { useLastDose } from './use-last-dose.ts';

/** One more dose on the day of another: what was given already, why there is one more, and who agrees. */
export function FurtherDoseDialog({
  card,
  entry,
  actions,
  desk,
  onClose,
}: {
  card: PersonCard;
  entry: DoseEntry;
  actions: ArrivalActions;
  desk: Desk;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { send, isBusy } = useStationCommand('desk.record-further-dose');
  const [reason, setReason] = useState('');
  const [second, setSecond] = useState<SecondEntry>(nobodyYet);
  const { sentence, say } = usePinRefusal();
  const lastDose = useLastDose(card);
  const { personId } = card.person;
  const { intent } = actions;
  const isReady = isComplete(second) && reason.trim() !== '';
  const confirm = async () => {
    intent.entry = entry;
    const answer = await send({
      requestId: intent.requestId,
      personId,
      ...entry,
      overrides: card.visit ? [] : ['not-checked-in'],
      reason,
      secondSignIn: second,
    });
    if (answer.ok) return actions.saved(answer.value);
    if ('refusal' in answer && answer.refusal.reason === 'doses-changed') return void desk.outdated(personId);
    setSecond({ ...second, pin: '' });
    say(answer);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('dose.furtherTitle')}
      size="xl"
      withCloseButton={false}
      className="desk-further"
    >
      <p className="desk-refusal" role="alert">
        <span>
          {t('dose.furtherText')} {lastDose}
          {!card.visit && ` ${t('refusal.not-checked-in')}`}
        </span>
      </p>
      <DoseFacts card={card} entry={entry} />
      <Textarea
        mt="md"
        label={t('dose.furtherReason')}
        value={reason}
        maxLength={500}
        required
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <SecondSignIn
        channel="desk.record-further-dose"
        entry={second}
        onChange={setSecond}
        onEnter={isReady && !isBusy ? () => void confirm() : undefined}
      />
      <GraveStepActions
        sentence={sentence}
        label={t('dose.furtherConfirm', { ordinal: entry.ordinal })}
        isBusy={isBusy}
        isReady={isReady}
        testId="confirm-further-dose"
        onConfirm={() => void confirm()}
        onClose={onClose}
      />
    </Dialog>
  );
}

import './grave-dose-dialog.css';
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
import { type DoseWarning, DoseWarnings, VialObjections } from './dose-warnings.tsx';
import type { DoseEntry } from './draft-dose.tsx';
import { saysMovedOn } from './moved-on.ts';
import type { ArrivalActions } from './use-arrival-actions.ts';
import type { Desk } from './use-desk.ts';

/** A dose in spite of a grave warning: all there is against it, why it is given, and who agrees. */
export function GraveDoseDialog({
  card,
  entry,
  warnings,
  unknownVial,
  actions,
  desk,
  onClose,
}: {
  card: PersonCard;
  entry: DoseEntry;
  warnings: readonly DoseWarning[];
  unknownVial: string | undefined;
  actions: ArrivalActions;
  desk: Desk;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { send, isBusy } = useStationCommand('desk.record-grave-dose');
  const [reason, setReason] = useState('');
  const [second, setSecond] = useState<SecondEntry>(nobodyYet);
  const { sentence, say } = usePinRefusal();
  const { personId } = card.person;
  const { intent } = actions;
  const isReady = isComplete(second) && reason.trim() !== '';
  const confirm = async () => {
    intent.dose = { entry, overrides: warnings };
    const answer = await send({
      requestId: intent.requestId,
      personId,
      ...entry,
      overrides: [...warnings],
      reason,
      secondSignIn: second,
    });
    if (answer.ok) return actions.saved(answer.value);
    if (saysMovedOn(answer)) return desk.refused(personId, answer);
    setSecond({ ...second, pin: '' });
    say(answer);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('dose.graveTitle')}
      size="xl"
      withCloseButton={false}
      className="desk-grave"
    >
      <DoseWarnings warnings={warnings} card={card} />
      <VialObjections entry={entry} unknownVial={unknownVial} />
      <DoseFacts card={card} entry={entry} />
      <Textarea
        mt="md"
        label={t('dose.graveReason')}
        value={reason}
        maxLength={500}
        required
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <SecondSignIn
        channel="desk.record-grave-dose"
        entry={second}
        onChange={setSecond}
        onEnter={isReady && !isBusy ? () => void confirm() : undefined}
      />
      <GraveStepActions
        sentence={sentence}
        label={t('dose.graveConfirm', { ordinal: entry.ordinal })}
        isBusy={isBusy}
        isReady={isReady}
        testId="confirm-grave-dose"
        onConfirm={() => void confirm()}
        onClose={onClose}
      />
    </Dialog>
  );
}

import './grave-dose-dialog.css';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { type AgreedBy, FourEyesStep } from '../../components/four-eyes-step.tsx';
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
  const { send } = useStationCommand('desk.record-grave-dose');
  const [reason, setReason] = useState('');
  const { personId } = card.person;
  const { intent } = actions;
  const record = async ({ secondSignIn }: AgreedBy) => {
    intent.dose = { entry, overrides: warnings };
    const { requestId } = intent;
    const overrides = [...warnings];
    const answer = await send({ requestId, personId, ...entry, overrides, reason, secondSignIn });
    if (answer.ok || !saysMovedOn(answer)) return answer;
    desk.refused(personId, answer);
    return undefined;
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
      <FourEyesStep
        channel="desk.record-grave-dose"
        label={t('dose.graveConfirm', { ordinal: entry.ordinal })}
        testId="confirm-grave-dose"
        isReady={reason.trim() !== ''}
        send={record}
        onDone={({ value }) => actions.saved(value)}
        onClose={onClose}
      />
    </Dialog>
  );
}

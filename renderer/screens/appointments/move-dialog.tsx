import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';
import { type Choice, PlacePicker } from './place-picker.tsx';
import { useDatesOf } from './use-dates.ts';

/** Another place for one date. */
export function MoveDialog({
  personId,
  date,
  onClose,
}: {
  personId: string;
  date: DatesOfPerson['dates'][number];
  onClose(): void;
}) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const person = useDatesOf(personId)?.person;
  const { send, isBusy } = useStationCommand('appointments.move');
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [choice, setChoice] = useState<Choice>({
    day: date.better?.day ?? date.day,
    ...(date.better ? { place: date.better } : {}),
  });
  const [refused, setRefused] = useState<string>();
  const move = async (event: FormEvent) => {
    event.preventDefault();
    if (!choice.place) return;
    const { lane, startsAt } = choice.place;
    const { appointmentId } = date;
    const answer = await send({ requestId, personId, appointmentId, lane, startsAt, reason: 'asked' });
    if (answer.ok) return onClose();
    setRefused(sentenceOf(answer));
    if ('refusal' in answer) setRequestId(crypto.randomUUID());
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('dates.booking.moveTitle', { ordinal: date.plannedDose })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {person && <PersonLine person={person} />}
      <form onSubmit={(event) => void move(event)}>
        <PlacePicker
          productId={date.productId}
          choice={choice}
          onChoose={(next) => {
            setChoice(next);
            setRequestId(crypto.randomUUID());
            setRefused(undefined);
          }}
        />
        {refused && (
          <p className="dates-warning" role="alert">
            {refused}
          </p>
        )}
        <div className="desk-actions">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!choice.place} data-testid="confirm-move">
            {t('dates.booking.moveConfirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
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
  const person = useDatesOf(personId)?.person;
  const { send } = useStationCommand('appointments.move');
  const [choice, setChoice] = useState<Choice>({
    day: date.better?.day ?? date.day,
    ...(date.better ? { place: date.better } : {}),
  });
  const move = async (requestId: string) => {
    if (!choice.place) return undefined;
    const { lane, startsAt } = choice.place;
    const { appointmentId } = date;
    return send({ requestId, personId, appointmentId, lane, startsAt, reason: 'asked' });
  };
  return (
    <CommandDialog
      size="xl"
      title={t('dates.booking.moveTitle', { ordinal: date.plannedDose })}
      submitLabel={t('dates.booking.moveConfirm')}
      isReady={choice.place !== undefined}
      about={JSON.stringify(choice)}
      submitTestId="confirm-move"
      send={move}
      onClose={onClose}
    >
      {person && <PersonLine person={person} />}
      <PlacePicker
        productId={date.productId}
        choice={choice}
        usual={date.startsAt}
        hasFocus
        onChoose={setChoice}
      />
    </CommandDialog>
  );
}

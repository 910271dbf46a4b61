import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { VaccineSelect } from '../../components/vaccine-select.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

const DAYS_AHEAD = 14;
const ways = ['phone', 'email', 'here'] as const;

/** Days, and how the person is reached when a place becomes free. */
export function JoinStandbyDialog({
  personId,
  vaccines,
  onClose,
}: {
  personId: string;
  vaccines: DatesOfPerson['vaccines'];
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { send } = useStationCommand('appointments.join-standby');
  const { language, today } = useFormats();
  const [fromDay, setFromDay] = useState<string>(() => today());
  const [toDay, setToDay] = useState<string>(() => addDays(today(), DAYS_AHEAD));
  const [lane, setLane] = useState('');
  const [reach, setReach] = useState<(typeof ways)[number]>('phone');
  const [productId, setProductId] = useState(vaccines?.[0]?.productId);
  const join = (requestId: string) =>
    send({
      requestId,
      personId,
      ...(productId ? { productId } : {}),
      fromDay,
      toDay,
      reach,
      ...(lane.trim() ? { lane: lane.trim() } : {}),
    });
  return (
    <CommandDialog
      title={t('dates.standby.joinTitle')}
      submitLabel={t('dates.standby.join')}
      submitTestId="confirm-standby"
      send={join}
      onClose={onClose}
    >
      <VaccineSelect vaccines={vaccines} value={productId} onChange={setProductId} />
      <DateInput
        language={language}
        today={today()}
        required
        label={t('dates.standby.from')}
        value={fromDay}
        onChange={setFromDay}
      />
      <DateInput
        language={language}
        today={today()}
        required
        label={t('dates.standby.to')}
        value={toDay}
        onChange={setToDay}
      />
      <TextInput
        label={t('dates.standby.lane')}
        placeholder={t('dates.standby.anyLane')}
        value={lane}
        maxLength={20}
        onChange={(event) => setLane(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('dates.standby.how')}
        value={reach}
        onChange={(event) => setReach(event.currentTarget.value as typeof reach)}
        data={ways.map((way) => ({ value: way, label: t(`dates.standby.reach.${way}`) }))}
      />
    </CommandDialog>
  );
}

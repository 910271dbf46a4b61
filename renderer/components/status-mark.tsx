import {
  IconCheck,
  IconCircleDashed,
  IconDoorEnter,
  IconDoorExit,
  IconMapPin,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../contracts/ipc/station-contract.ts';

type Status = ChannelOutput<'desk.today'>['entries'][number]['status'];

const icons: Readonly<Record<Status, typeof IconX>> = {
  booked: IconCircleDashed,
  'checked-in': IconDoorEnter,
  attended: IconCheck,
  'not-vaccinated': IconDoorExit,
  cancelled: IconX,
  'no-show': IconX,
  elsewhere: IconMapPin,
};

/** Where an appointment stands, as icon and word. */
export function StatusMark({ status }: { status: Status }) {
  const { t } = useTranslation();
  const Icon = icons[status];
  return (
    <span className="desk-today-status" data-status={status}>
      <Icon size={18} aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}

import {
  IconAddressBook,
  IconCalendar,
  IconLayoutBoard,
  IconMailCog,
  IconPalette,
  IconScan,
  IconSend,
  IconTableImport,
  IconUsers,
  IconWallet,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { mayLookUp } from '../../domain/people/who-may.ts';
import type { Access } from '../../domain/staff/roles.ts';
import type { ScreenId } from '../navigation.tsx';
import { AppointmentsScreen } from './appointments/appointments-screen.tsx';
import { BoardScreen } from './board/board-screen.tsx';
import { DeliverySettingsScreen } from './delivery-settings/delivery-settings-screen.tsx';
import { ImportScreen } from './import/import-screen.tsx';
import { OutboxScreen } from './outbox/outbox-screen.tsx';
import { PeopleScreen } from './people/people-screen.tsx';
import { StaffScreen } from './staff/staff-screen.tsx';
import { TemplatesScreen } from './templates/templates-screen.tsx';
import { WalletsScreen } from './wallets/wallets-screen.tsx';

export interface ScreenEntry {
  readonly id: ScreenId;
  readonly icon: TablerIcon;
  /** Whom the list offers it to. The service decides by itself what they may ask there. */
  readonly access: Access;
  /** What fills the window; the desk has none here, for it is always there and only hidden. */
  readonly Screen?: ComponentType;
}

/** Every area, in the order of the list. */
export const screens: readonly ScreenEntry[] = [
  {
    id: 'desk',
    icon: IconScan,
    access: ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  },
  { id: 'board', icon: IconLayoutBoard, access: 'signed-in', Screen: BoardScreen },
  {
    id: 'people',
    icon: IconAddressBook,
    access: mayLookUp,
    Screen: PeopleScreen,
  },
  { id: 'appointments', icon: IconCalendar, access: 'signed-in', Screen: AppointmentsScreen },
  { id: 'outbox', icon: IconSend, access: 'signed-in', Screen: OutboxScreen },
  { id: 'import', icon: IconTableImport, access: ['site-lead', 'headquarters'], Screen: ImportScreen },
  { id: 'templates', icon: IconPalette, access: ['site-lead', 'headquarters'], Screen: TemplatesScreen },
  { id: 'wallets', icon: IconWallet, access: ['site-lead', 'headquarters'], Screen: WalletsScreen },
  { id: 'delivery-settings', icon: IconMailCog, access: ['site-lead'], Screen: DeliverySettingsScreen },
  { id: 'staff', icon: IconUsers, access: ['site-lead', 'auditor'], Screen: StaffScreen },
];

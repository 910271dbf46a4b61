import { appointmentsArea } from './appointments/appointments-area.ts';
import { boardArea } from './board/board-area.ts';
import { deliverySettingsArea } from './delivery-settings/delivery-settings-area.ts';
import { deskArea } from './desk/desk-area.ts';
import { headquartersArea } from './headquarters/headquarters-area.ts';
import { importArea } from './import/import-area.ts';
import { messagesArea } from './messages/messages-area.ts';
import { outboxArea } from './outbox/outbox-area.ts';
import { peopleArea } from './people/people-area.ts';
import { recordsArea } from './records/records-area.ts';
import { schedulesArea } from './schedules/schedules-area.ts';
import { staffArea } from './staff/staff-area.ts';
import { stockArea } from './stock/stock-area.ts';
import { templatesArea } from './templates/templates-area.ts';
import { walletsArea } from './wallets/wallets-area.ts';

/** Every area, in the order of the list at the left. */
export const areas = [
  deskArea,
  boardArea,
  peopleArea,
  appointmentsArea,
  stockArea,
  schedulesArea,
  outboxArea,
  messagesArea,
  recordsArea,
  importArea,
  templatesArea,
  walletsArea,
  deliverySettingsArea,
  headquartersArea,
  staffArea,
] as const;

export type AnyArea = (typeof areas)[number];

declare module '../navigation.tsx' {
  interface KnownAreas {
    readonly id: AnyArea['id'];
  }
}

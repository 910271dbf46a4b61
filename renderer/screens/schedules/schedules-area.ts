import { IconCalendarCheck } from '@tabler/icons-react';
import { maySeeSchedules } from '../../../domain/schedules/who-may.ts';
import { area } from '../area.ts';
import { SchedulesScreen } from './schedules-screen.tsx';
import { schedulesRefusals, schedulesTexts } from './schedules-texts.ts';

export const schedulesArea = area({
  id: 'schedules',
  name: { de: 'Schemata', en: 'Schedules' },
  icon: IconCalendarCheck,
  access: maySeeSchedules,
  Screen: SchedulesScreen,
  texts: { schedules: schedulesTexts },
  refusals: schedulesRefusals,
});

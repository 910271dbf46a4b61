import { IconCalendar } from '@tabler/icons-react';
import { area } from '../area.ts';
import { appointmentsRefusals } from './appointments-refusals.ts';
import { AppointmentsScreen } from './appointments-screen.tsx';
import { appointmentsTexts } from './appointments-texts.ts';
import { openingTexts } from './opening-texts.ts';

export const appointmentsArea = area({
  id: 'appointments',
  name: { de: 'Termine', en: 'Appointments' },
  icon: IconCalendar,
  access: 'signed-in',
  Screen: AppointmentsScreen,
  texts: { dates: appointmentsTexts, opening: openingTexts },
  refusals: appointmentsRefusals,
});

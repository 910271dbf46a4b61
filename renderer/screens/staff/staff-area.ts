import { IconUsers } from '@tabler/icons-react';
import { area } from '../area.ts';
import { StaffScreen } from './staff-screen.tsx';
import { staffTexts } from './staff-texts.ts';

export const staffArea = area({
  id: 'staff',
  name: { de: 'Personal', en: 'Staff' },
  icon: IconUsers,
  access: ['site-lead', 'auditor'],
  Screen: StaffScreen,
  texts: { staff: staffTexts },
});

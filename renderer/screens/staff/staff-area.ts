import { IconUsers } from '@tabler/icons-react';
import { area } from '../area.ts';
import { screeningSettingTexts } from '../screening/screening-setting-texts.ts';
import { StaffScreen } from './staff-screen.tsx';
import { staffTexts } from './staff-texts.ts';

export const staffArea = area({
  id: 'staff',
  name: { de: 'Personal', en: 'Staff' },
  icon: IconUsers,
  access: ['site-lead', 'auditor'],
  Screen: StaffScreen,
  texts: { staff: staffTexts, screeningSetting: screeningSettingTexts },
  refusals: {
    de: {
      'questionnaire-unknown':
        'Diese Fragen gibt es an dieser Station nicht. Bitte aktualisieren Sie das Programm.',
      'screening-unchanged': 'Das ist inzwischen schon so eingestellt.',
    },
    en: {
      'questionnaire-unknown': 'This station does not have these questions. Please update the program.',
      'screening-unchanged': 'It is set like that already.',
    },
  },
});

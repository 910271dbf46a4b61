import { IconUsers } from '@tabler/icons-react';
import { area } from '../area.ts';
import { consentSettingTexts } from '../consent/consent-texts.ts';
import { identitySettingTexts } from '../identity/identity-texts.ts';
import { screeningSettingTexts } from '../screening/screening-setting-texts.ts';
import { StaffScreen } from './staff-screen.tsx';
import { staffTexts } from './staff-texts.ts';

export const staffArea = area({
  id: 'staff',
  name: { de: 'Personal', en: 'Staff' },
  icon: IconUsers,
  access: ['site-lead', 'auditor'],
  Screen: StaffScreen,
  texts: {
    staff: staffTexts,
    screeningSetting: screeningSettingTexts,
    identitySetting: identitySettingTexts,
    consentSetting: consentSettingTexts,
  },
  refusals: {
    de: {
      'questionnaire-unknown':
        'Diese Fragen gibt es an dieser Station nicht. Bitte aktualisieren Sie das Programm.',
      'identity-check-unchanged': 'Das ist inzwischen schon so eingestellt.',
      'consent-kinds-unchanged': 'Das ist inzwischen schon so eingestellt.',
      'consent-kinds-missing': 'Bitte wählen Sie mindestens eine Art.',
      'screening-unchanged': 'Das ist inzwischen schon so eingestellt.',
    },
    en: {
      'questionnaire-unknown': 'This station does not have these questions. Please update the program.',
      'identity-check-unchanged': 'It is set like that already.',
      'consent-kinds-unchanged': 'It is set like that already.',
      'consent-kinds-missing': 'Please choose at least one kind.',
      'screening-unchanged': 'It is set like that already.',
    },
  },
});

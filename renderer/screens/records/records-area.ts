import { IconReport } from '@tabler/icons-react';
import { area } from '../area.ts';
import { RecordsScreen } from './records-screen.tsx';
import { recordsRefusals, recordsTexts } from './records-texts.ts';

export const recordsArea = area({
  id: 'records',
  name: { de: 'Nachweise', en: 'Records' },
  icon: IconReport,
  access: ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  Screen: RecordsScreen,
  texts: { records: recordsTexts },
  refusals: recordsRefusals,
});

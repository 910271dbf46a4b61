import { IconScan } from '@tabler/icons-react';
import { area } from '../area.ts';
import { certificateRefusals, certificateTexts } from './certificate-texts.ts';

export const deskArea = area({
  id: 'desk',
  name: { de: 'Empfang', en: 'Desk' },
  icon: IconScan,
  access: ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  texts: { certificate: certificateTexts },
  refusals: certificateRefusals,
});

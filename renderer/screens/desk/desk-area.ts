import { IconScan } from '@tabler/icons-react';
import { area } from '../area.ts';
import { consentRefusals, consentTexts } from '../consent/consent-texts.ts';
import { identityRefusals, identityTexts } from '../identity/identity-texts.ts';
import { screeningRefusals, screeningTexts } from '../screening/screening-texts.ts';
import { certificateRefusals, certificateTexts } from './certificate-texts.ts';
import { correctDoseTexts } from './correct-dose-texts.ts';
import { actionTexts, doneTexts, lightTexts, todayTexts } from './desk-texts.ts';
import { doseTexts, indicationTexts, siteTexts, voidTexts } from './dose-texts.ts';
import { vialTexts } from './vial-texts.ts';

export const deskArea = area({
  id: 'desk',
  name: { de: 'Empfang', en: 'Desk' },
  icon: IconScan,
  access: ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  texts: {
    certificate: certificateTexts,
    light: lightTexts,
    action: actionTexts,
    done: doneTexts,
    today: todayTexts,
    dose: doseTexts,
    site: siteTexts,
    indication: indicationTexts,
    void: voidTexts,
    correctDose: correctDoseTexts,
    vial: vialTexts,
    screening: screeningTexts,
    identity: identityTexts,
    consent: consentTexts,
  },
  refusals: {
    de: { ...certificateRefusals.de, ...screeningRefusals.de, ...identityRefusals.de, ...consentRefusals.de },
    en: { ...certificateRefusals.en, ...screeningRefusals.en, ...identityRefusals.en, ...consentRefusals.en },
  },
});

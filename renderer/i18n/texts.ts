import { appointmentsRefusals } from '../screens/appointments/appointments-refusals.ts';
import { appointmentsTexts } from '../screens/appointments/appointments-texts.ts';
import { boardRefusals, boardTexts } from '../screens/board/board-texts.ts';
import { deliverySettingsTexts } from '../screens/delivery-settings/delivery-settings-texts.ts';
import { certificateRefusals, certificateTexts } from '../screens/desk/certificate-texts.ts';
import { handoverRefusals, handoverTexts } from '../screens/handover/handover-texts.ts';
import { importRefusals, importTexts } from '../screens/import/import-texts.ts';
import { outboxTexts } from '../screens/outbox/outbox-texts.ts';
import { peopleRefusals, peopleTexts } from '../screens/people/people-texts.ts';
import { scannerRefusals, scannerTexts } from '../screens/scanner-setup/scanner-setup-texts.ts';
import { secondSignInTexts, signInTexts, staffRefusals } from '../screens/sign-in/sign-in-texts.ts';
import { staffTexts } from '../screens/staff/staff-texts.ts';
import { templatesTexts } from '../screens/templates/templates-texts.ts';
import { documentSignerTexts } from '../screens/wallets/document-signer-texts.ts';
import { walletsRefusals, walletsTexts } from '../screens/wallets/wallets-texts.ts';
import { de } from './de.ts';
import { en } from './en.ts';

/**
 * Every text of the screens. What belongs to one area lies in a file of its own beside its screens
 * (`area-texts.ts`), both languages together; its refusals join the one list that `useRefusalSentence` reads.
 */
export const texts = {
  de: {
    ...de,
    scanners: scannerTexts.de,
    certificate: certificateTexts.de,
    import: importTexts.de,
    signIn: signInTexts.de,
    secondSignIn: secondSignInTexts.de,
    staff: staffTexts.de,
    people: peopleTexts.de,
    dates: appointmentsTexts.de,
    board: boardTexts.de,
    handover: handoverTexts.de,
    outbox: outboxTexts.de,
    deliverySettings: deliverySettingsTexts.de,
    wallets: walletsTexts.de,
    documentSigner: documentSignerTexts.de,
    templates: templatesTexts.de,
    refusal: {
      ...de.refusal,
      ...importRefusals.de,
      ...staffRefusals.de,
      ...certificateRefusals.de,
      ...scannerRefusals.de,
      ...peopleRefusals.de,
      ...appointmentsRefusals.de,
      ...boardRefusals.de,
      ...handoverRefusals.de,
      ...walletsRefusals.de,
      ...templatesTexts.de.refusal,
    },
  },
  en: {
    ...en,
    scanners: scannerTexts.en,
    certificate: certificateTexts.en,
    import: importTexts.en,
    signIn: signInTexts.en,
    secondSignIn: secondSignInTexts.en,
    staff: staffTexts.en,
    people: peopleTexts.en,
    dates: appointmentsTexts.en,
    board: boardTexts.en,
    handover: handoverTexts.en,
    outbox: outboxTexts.en,
    deliverySettings: deliverySettingsTexts.en,
    wallets: walletsTexts.en,
    documentSigner: documentSignerTexts.en,
    templates: templatesTexts.en,
    refusal: {
      ...en.refusal,
      ...importRefusals.en,
      ...staffRefusals.en,
      ...certificateRefusals.en,
      ...scannerRefusals.en,
      ...peopleRefusals.en,
      ...appointmentsRefusals.en,
      ...boardRefusals.en,
      ...handoverRefusals.en,
      ...walletsRefusals.en,
      ...templatesTexts.en.refusal,
    },
  },
};

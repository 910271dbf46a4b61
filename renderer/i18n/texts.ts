import { appointmentsRefusals } from '../screens/appointments/appointments-refusals.ts';
import { appointmentsTexts } from '../screens/appointments/appointments-texts.ts';
import { boardRefusals, boardTexts } from '../screens/board/board-texts.ts';
import { certificateRefusals, certificateTexts } from '../screens/desk/certificate-texts.ts';
import { peopleRefusals, peopleTexts } from '../screens/people/people-texts.ts';
import { scannerRefusals, scannerTexts } from '../screens/scanner-setup/scanner-setup-texts.ts';
import { secondSignInTexts, signInTexts, staffRefusals } from '../screens/sign-in/sign-in-texts.ts';
import { staffTexts } from '../screens/staff/staff-texts.ts';
import { deliverySettingsTexts } from '../screens/delivery-settings/delivery-settings-texts.ts';
import { handoverRefusals, handoverTexts } from '../screens/handover/handover-texts.ts';
import { outboxTexts } from '../screens/outbox/outbox-texts.ts';
import { scannerTexts } from '../screens/scanner-setup/scanner-setup-texts.ts';
import { signInTexts, staffRefusals } from '../screens/sign-in/sign-in-texts.ts';
import { walletsRefusals, walletsTexts } from '../screens/wallets/wallets-texts.ts';
import { signInTexts, staffRefusals } from '../screens/sign-in/sign-in-texts.ts';
import { templatesTexts } from '../screens/templates/templates-texts.ts';
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
    signIn: signInTexts.de,
    secondSignIn: secondSignInTexts.de,
    staff: staffTexts.de,
    dates: appointmentsTexts.de,
    board: boardTexts.de,
    refusal: {
      ...de.refusal,
      ...staffRefusals.de,
      ...certificateRefusals.de,
      ...scannerRefusals.de,
      ...peopleRefusals.de,
      ...appointmentsRefusals.de,
      ...boardRefusals.de,
    handover: handoverTexts.de,
    outbox: outboxTexts.de,
    deliverySettings: deliverySettingsTexts.de,
    refusal: {
      ...de.refusal,
      ...staffRefusals.de,
      ...handoverRefusals.de,
    },
    people: peopleTexts.de,
      ...walletsRefusals.de,
    },
    wallets: walletsTexts.de,
      ...templatesTexts.de.refusal,
    },
    templates: templatesTexts.de,
  },
  en: {
    ...en,
    scanners: scannerTexts.en,
    certificate: certificateTexts.en,
    signIn: signInTexts.en,
    secondSignIn: secondSignInTexts.en,
    staff: staffTexts.en,
    dates: appointmentsTexts.en,
    board: boardTexts.en,
    refusal: {
      ...en.refusal,
      ...staffRefusals.en,
      ...certificateRefusals.en,
      ...scannerRefusals.en,
      ...peopleRefusals.en,
      ...appointmentsRefusals.en,
      ...boardRefusals.en,
    handover: handoverTexts.en,
    outbox: outboxTexts.en,
    deliverySettings: deliverySettingsTexts.en,
    refusal: {
      ...en.refusal,
      ...staffRefusals.en,
      ...handoverRefusals.en,
    },
    people: peopleTexts.en,
      ...walletsRefusals.en,
    },
    wallets: walletsTexts.en,
      ...templatesTexts.en.refusal,
    },
    templates: templatesTexts.en,
  },
};

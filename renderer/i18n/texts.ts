import { certificateRefusals, certificateTexts } from '../screens/desk/certificate-texts.ts';
import { peopleRefusals, peopleTexts } from '../screens/people/people-texts.ts';
import { scannerRefusals, scannerTexts } from '../screens/scanner-setup/scanner-setup-texts.ts';
import { secondSignInTexts, signInTexts, staffRefusals } from '../screens/sign-in/sign-in-texts.ts';
import { staffTexts } from '../screens/staff/staff-texts.ts';
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
    refusal: {
      ...de.refusal,
      ...staffRefusals.de,
      ...certificateRefusals.de,
      ...scannerRefusals.de,
      ...peopleRefusals.de,
    },
    people: peopleTexts.de,
  },
  en: {
    ...en,
    scanners: scannerTexts.en,
    certificate: certificateTexts.en,
    signIn: signInTexts.en,
    secondSignIn: secondSignInTexts.en,
    staff: staffTexts.en,
    refusal: {
      ...en.refusal,
      ...staffRefusals.en,
      ...certificateRefusals.en,
      ...scannerRefusals.en,
      ...peopleRefusals.en,
    },
    people: peopleTexts.en,
  },
};

import { areaTexts } from '../../i18n/area-texts.ts';

export const identityTexts = areaTexts({
  de: {
    title: 'Wer ist es?',
    text: 'Bitte vergleichen Sie Name und Geburtsdatum. Wodurch ist bestätigt, dass es {name}, geboren am {birthDate}, ist?',
    notHere: 'Bitte checken Sie die Person zuerst ein. Dann bestätigen Sie, wer es ist.',
    proof: {
      'id-card': 'Personalausweis',
      passport: 'Reisepass',
      'insurance-card': 'Versichertenkarte',
      'known-personally': 'Persönlich bekannt',
    },
  },
  en: {
    title: 'Who is it?',
    text: 'Please compare name and birth date. What confirms that this is {name}, born on {birthDate}?',
    notHere: 'Please check this person in first. Then confirm who it is.',
    proof: {
      'id-card': 'ID card',
      passport: 'Passport',
      'insurance-card': 'Insurance card',
      'known-personally': 'Known personally',
    },
  },
});

export const identityRefusals = areaTexts({
  de: {
    'identity-unconfirmed':
      'Noch niemand hat bestätigt, wer die Person ist. Es wurde nichts gespeichert. Bitte bestätigen Sie es zuerst.',
    'identity-confirmed': 'Das ist für diesen Besuch schon bestätigt.',
  },
  en: {
    'identity-unconfirmed':
      'Nobody has confirmed yet who this person is. Nothing was saved. Please confirm it first.',
    'identity-confirmed': 'This was confirmed for this visit already.',
  },
});

export const identitySettingTexts = areaTexts({
  de: {
    title: 'Identität bestätigen',
    on: 'Eingeschaltet: Vor jeder Dosis wird bestätigt, wer die Person ist.',
    off: 'Ausgeschaltet: Es ist kein eigener Schritt.',
    what: 'Aufgehoben wird nur, wodurch es bestätigt wurde, nichts aus dem Ausweis.',
    switchOn: 'Einschalten',
    switchOff: 'Ausschalten',
  },
  en: {
    title: 'Confirm the identity',
    on: 'Switched on: before each dose it is confirmed who the person is.',
    off: 'Switched off: it is no step of its own.',
    what: 'Only what confirmed it is kept, nothing from the document.',
    switchOn: 'Switch on',
    switchOff: 'Switch off',
  },
});

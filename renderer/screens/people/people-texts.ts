import { areaTexts } from '../../i18n/area-texts.ts';

export const peopleTexts = areaTexts({
  de: {
    alsoRecordedAs: 'in der Akte von {{name}}',
  },
  en: {
    alsoRecordedAs: 'in the record of {{name}}',
  },
});

/** Why something about a person was not done. */
export const peopleRefusals = areaTexts({
  de: {
    'person-restricted': 'Diese Akte ist eingeschränkt. Nur die Standortleitung darf sie öffnen.',
    'person-already-registered': 'Diese Person ist schon aufgenommen.',
    'name-missing': 'Bitte den Namen eingeben.',
    'name-too-long': 'Der Name ist zu lang. Möglich sind 100 Zeichen je Feld.',
    'birth-date-future': 'Das Geburtsdatum liegt in der Zukunft oder zu weit zurück. Bitte prüfen.',
    'email-invalid': 'Die E-Mail-Adresse ist nicht vollständig.',
    'phone-invalid': 'Das ist keine Telefonnummer. Bitte mit Vorwahl eingeben.',
    'text-too-long': 'Eine Angabe ist zu lang. Möglich sind 120 Zeichen je Feld.',
    'nothing-changed': 'Es wurde nichts geändert.',
    'email-missing': 'Bitte zuerst eine E-Mail-Adresse eintragen.',
    'same-person': 'Das ist dieselbe Akte. Bitte eine andere wählen.',
    'already-linked': 'Diese Akten sind schon verknüpft.',
    'not-linked': 'Diese Akten sind nicht direkt verknüpft.',
    'not-restricted': 'Diese Akte ist nicht eingeschränkt.',
    'already-requested': 'Die Löschung ist schon vorgemerkt.',
  },
  en: {
    'person-restricted': 'This record is restricted. Only the site lead may open it.',
    'person-already-registered': 'This person is registered already.',
    'name-missing': 'Please enter the name.',
    'name-too-long': 'The name is too long. Each field takes 100 characters.',
    'birth-date-future': 'The birth date lies in the future or too far back. Please check.',
    'email-invalid': 'The e-mail address is not complete.',
    'phone-invalid': 'This is not a phone number. Please enter it with its area code.',
    'text-too-long': 'An entry is too long. Each field takes 120 characters.',
    'nothing-changed': 'Nothing was changed.',
    'email-missing': 'Please enter an e-mail address first.',
    'same-person': 'This is the same record. Please choose another.',
    'already-linked': 'These records are linked already.',
    'not-linked': 'These records are not linked directly.',
    'not-restricted': 'This record is not restricted.',
    'already-requested': 'The erasure is planned already.',
  },
});

import { areaTexts } from '../../i18n/area-texts.ts';

export const peopleRefusals = areaTexts({
  de: {
    'person-restricted': 'Diese Akte ist eingeschränkt. Nur die Leitung darf sie öffnen.',
    'person-already-registered': 'Diese Person ist schon aufgenommen.',
    'name-too-long': 'Der Name ist zu lang. Möglich sind 100 Zeichen je Feld.',
    'name-not-a-name':
      'Ein Name enthält Zeichen, die in keinem Namen stehen. Bitte so eingeben, wie er im Ausweis steht. Ein Feld ohne Namen bitte leer lassen.',
    'name-deceptive':
      'Ein Name enthält Buchstaben, die anders sind, als sie aussehen (einer anderen Schrift, etwa kyrillische), oder unsichtbare. Bitte den Namen neu eintippen, statt ihn zu kopieren.',
    'name-placeholder':
      'Das ist kein Name, sondern steht für einen, der nicht bekannt ist. Bitte so eingeben, wie er im Ausweis steht. Ein Feld ohne Namen bitte leer lassen.',
    'birth-date-unreadable': 'Das Geburtsdatum ist nicht lesbar. Bitte zum Beispiel 12.8.1964 eingeben.',
    'birth-date-century': 'Bitte das Geburtsjahr mit vier Ziffern eingeben, zum Beispiel 1926 oder 2026.',
    'birth-date-no-such-day': 'Diesen Tag gibt es nicht. Bitte das Geburtsdatum prüfen.',
    'birth-date-future': 'Das Geburtsdatum liegt in der Zukunft oder zu weit zurück. Bitte prüfen.',
    'phone-invalid': 'Das ist keine Telefonnummer. Bitte mit Vorwahl eingeben.',
    'postcode-invalid':
      'Das ist keine Postleitzahl. Eine deutsche hat fünf Ziffern; bei einer anderen bitte das Land davor schreiben, zum Beispiel A-1010.',
    'text-too-long': 'Eine Angabe ist zu lang. Möglich sind 120 Zeichen je Feld.',
    'nothing-changed': 'Es wurde nichts geändert.',
    'same-person': 'Das ist dieselbe Akte. Bitte eine andere wählen.',
    'already-linked': 'Diese Akten sind schon verknüpft.',
    'not-linked': 'Diese Akten sind nicht direkt verknüpft.',
    'already-told-apart': 'Diese Akten sind schon als zwei Personen vermerkt.',
    'dates-changed':
      'Die Termine haben sich inzwischen geändert. Bitte schließen Sie den Vergleich und öffnen Sie ihn neu.',
    'not-restricted': 'Diese Akte ist nicht eingeschränkt.',
    'already-requested': 'Die Löschung ist schon vorgemerkt.',
  },
  en: {
    'person-restricted': 'This record is restricted. Only the site lead may open it.',
    'person-already-registered': 'This person is registered already.',
    'name-too-long': 'The name is too long. Each field takes 100 characters.',
    'name-not-a-name':
      'A name has characters that stand in no name. Please enter it as it stands on the ID. Please leave a field without a name empty.',
    'name-deceptive':
      'A name has letters that are other ones than they look (of another script, such as Cyrillic) or invisible ones. Please type the name anew instead of copying it.',
    'name-placeholder':
      'This is no name but stands for one that is not known. Please enter it as it stands on the ID. Please leave a field without a name empty.',
    'birth-date-unreadable': 'The birth date cannot be read. Please enter it like 12.8.1964.',
    'birth-date-century': 'Please enter the year of birth with four digits, for example 1926 or 2026.',
    'birth-date-no-such-day': 'This day does not exist. Please check the birth date.',
    'birth-date-future': 'The birth date lies in the future or too far back. Please check.',
    'phone-invalid': 'This is not a phone number. Please enter it with its area code.',
    'postcode-invalid':
      'This is not a postcode. A German one has five digits; please write the country before any other, such as A-1010.',
    'text-too-long': 'An entry is too long. Each field takes 120 characters.',
    'nothing-changed': 'Nothing was changed.',
    'same-person': 'This is the same record. Please choose another.',
    'already-linked': 'These records are linked already.',
    'not-linked': 'These records are not linked directly.',
    'already-told-apart': 'These records are noted as two people already.',
    'dates-changed': 'The appointments changed meanwhile. Please close the comparison and open it again.',
    'not-restricted': 'This record is not restricted.',
    'already-requested': 'The erasure is planned already.',
  },
});

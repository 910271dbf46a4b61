import { areaTexts } from '../../i18n/area-texts.ts';

export const paperDoseTexts = areaTexts({
  de: {
    open: 'Aus dem Impfausweis eintragen …',
    title: 'Dosis aus dem Impfausweis',
    text: 'Bitte nur eintragen, was Sie im Ausweis sehen. Es zählt in der Impfserie mit; Ihr Name steht dabei.',
    product: 'Wogegen geimpft wurde',
    productNote: 'Andere Impfungen kann die Station nicht mitzählen.',
    choose: 'Bitte wählen',
    productName: 'Impfstoff, wie er im Ausweis steht',
    day: 'Datum',
    dayNote: 'Zum Beispiel 5.3.2021; nur Monat oder Jahr: 3.2021 oder 2021',
    dayAsRead:
      'Der Tag ist nicht bekannt, nur spätestens {date}. Leer lassen, wenn im Ausweis nichts Genaueres steht.',
    dayUnreadable: 'Bitte Tag, Monat oder Jahr der Impfung eingeben, zum Beispiel 5.3.2021 oder 2021.',
    page: 'Wo es im Ausweis steht (Seite, Zeile)',
    lot: 'Charge (freiwillig)',
    another: 'Ich habe nachgesehen: Es ist eine weitere Dosis.',
    save: 'Dosis eintragen',
    correctOpen: 'Berichtigen …',
    correctTitle: 'Dosis aus dem Impfausweis berichtigen',
    correctText:
      'Was bisher hier stand, bleibt mit Zeitpunkt in der Akte. Zum Entfernen oder bei einer anderen Impfung bitte am Empfang stornieren.',
    correct: 'Berichtigen',
    corrected: 'Dosis aus dem Impfausweis berichtigt',
    by: '{at}, {by}',
  },
  en: {
    open: 'Enter from the vaccination booklet …',
    title: 'Dose from the vaccination booklet',
    text: 'Please enter only what you see in the booklet. It counts in the series, and your name stands with it.',
    product: 'Vaccinated against',
    productNote: 'The station cannot count other vaccinations.',
    choose: 'Please choose',
    productName: 'Vaccine as the booklet says',
    day: 'Date',
    dayNote: 'For example 5/3/2021; month or year alone: 3/2021 or 2021',
    dayAsRead:
      'The day is not known, only {date} at the latest. Leave this empty if the booklet says nothing more exact.',
    dayUnreadable: 'Please enter day, month or year of the vaccination, for example 5/3/2021 or 2021.',
    page: 'Where it stands in the booklet (page, line)',
    lot: 'Lot (optional)',
    another: 'I have checked: it is a further dose.',
    save: 'Enter the dose',
    correctOpen: 'Correct …',
    correctTitle: 'Correct a dose from the vaccination booklet',
    correctText:
      'What stood here stays in the record with the time of the change. To remove it, or for another vaccination, please void it at the desk.',
    correct: 'Correct',
    corrected: 'Dose from the vaccination booklet corrected',
    by: '{at}, {by}',
  },
});

export const paperDoseRefusals = areaTexts({
  de: {
    'paper-entry-missing': 'Bitte sagen Sie, wo es im Ausweis steht.',
    'paper-product-missing': 'Bitte geben Sie an, was als Impfstoff im Ausweis steht.',
    'dose-before-birth': 'Dieser Tag liegt vor der Geburt. Bitte prüfen Sie beide Daten.',
    'dose-known': 'An diesem Tag steht diese Impfung schon in der Akte.',
    'dose-perhaps-known':
      'In der Akte steht schon eine Dosis, die diese sein kann: Die Zeiträume überschneiden sich. Bitte vergleichen Sie. Ist es eine weitere, bestätigen Sie das unten.',
  },
  en: {
    'paper-entry-missing': 'Please say where it stands in the booklet.',
    'paper-product-missing': 'Please enter what the booklet has as vaccine.',
    'dose-before-birth': 'This day lies before the birth. Please check both dates.',
    'dose-known': 'This vaccination stands in the record on that day already.',
    'dose-perhaps-known':
      'The record has a dose already that may be this one: the times overlap. Please compare. If it is a further dose, confirm that below.',
  },
});

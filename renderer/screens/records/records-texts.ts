import { areaTexts } from '../../i18n/area-texts.ts';

export const recordsTexts = areaTexts({
  de: {
    title: 'Nachweise und Meldungen',
    print: 'Impfbescheinigung (PDF)',
    missing:
      'Für die Impfbescheinigung fehlt noch: {fields}. Im PDF bleibt dafür Platz zum Ergänzen von Hand.',
    fields: {
      'person-name': 'Vor- und Nachname',
      'birth-date': 'vollständiges Geburtsdatum',
      product: 'Impfstoff',
      lot: 'Charge',
      disease: 'Krankheit',
      vaccinator: 'verantwortliche Person',
      'centre-name': 'Name des Impfzentrums',
      'centre-address': 'Anschrift des Impfzentrums',
    },
    ofDay: 'Impfbescheinigungen eines Tages',
    ofDayText:
      'Eine Seite für jede Person, die an diesem Tag hier geimpft wurde, in der Reihenfolge der Impfungen.',
    confidential: 'Diese Dateien enthalten Gesundheitsdaten. Jede Ausgabe wird festgehalten.',
    day: 'Tag',
    printDay: 'Alle drucken (PDF)',
  },
  en: {
    title: 'Records and reports',
    print: 'Vaccination record (PDF)',
    missing: 'Still missing for the vaccination record: {fields}. The PDF leaves room to add it by hand.',
    fields: {
      'person-name': 'given and family name',
      'birth-date': 'full birth date',
      product: 'vaccine',
      lot: 'lot',
      disease: 'disease',
      vaccinator: 'responsible person',
      'centre-name': 'name of the centre',
      'centre-address': 'address of the centre',
    },
    ofDay: 'Vaccination records of a day',
    ofDayText: 'One page for each person vaccinated here on that day, in the order of the vaccinations.',
    confidential: 'These files contain health data. Each one that is taken is kept in the log.',
    day: 'Day',
    printDay: 'Print all (PDF)',
  },
});

export const recordsRefusals = areaTexts({
  de: {
    'no-doses': 'Für diese Person ist hier keine gültige Impfung erfasst.',
    'nobody-vaccinated': 'An diesem Tag wurde hier niemand geimpft. Bitte einen anderen Tag wählen.',
  },
  en: {
    'no-doses': 'No valid vaccination of this person is recorded here.',
    'nobody-vaccinated': 'Nobody was vaccinated here on that day. Please choose another day.',
  },
});

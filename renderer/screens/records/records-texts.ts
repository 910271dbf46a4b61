import { areaTexts } from '../../i18n/area-texts.ts';

export const recordsTexts = areaTexts({
  de: {
    title: 'Nachweise und Meldungen',
    print: 'Impfbescheinigung (PDF)',
    immunizations: 'Für andere Systeme (FHIR)',
    profiles: { r4: 'FHIR R4', 'mio-impfpass': 'MIO-Impfpass', 'ch-vacd': 'CH VACD (Schweiz)' },
    profilesText:
      'Die Datei ist nicht verschlüsselt und wird festgehalten. MIO und CH VACD: die Einträge ohne das Dokument ringsum.',
    leftOut_one:
      'Eine Impfung hat in dieser Form keinen Platz und fehlt in der Datei. Als FHIR R4 sind alle enthalten.',
    leftOut_other:
      '{count} Impfungen haben in dieser Form keinen Platz und fehlen in der Datei. Als FHIR R4 sind alle enthalten.',
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
    confidential:
      'Impfbescheinigungen und Tagesmeldungen enthalten Gesundheitsdaten. Jede Ausgabe wird festgehalten. Die Summen der Impfungen nennen niemanden und werden nicht festgehalten.',
    day: 'Tag',
    printDay: 'Alle drucken (PDF)',
    doseReport: 'Verabreichte Impfungen',
    from: 'Vom',
    to: 'Bis',
    product: 'Impfstoff',
    lot: 'Charge',
    ordinal: 'Dosis',
    ageGroup: 'Alter',
    doses: 'Anzahl',
    years: { unknown: 'unbekannt' },
    total: '{count} Impfungen',
    none: 'In diesem Zeitraum wurde hier nicht geimpft.',
    save: 'Als Tabelle (CSV)',
    daily: 'Tagesmeldung',
    dailyText:
      'Jede Impfung eines Tages mit den Angaben des früheren Digitalen Impfquotenmonitorings, ohne Namen und unter einem Pseudonym. Der Landkreis bleibt leer: Er wird hier nicht erfasst.',
    dailyForms: { 'dim-csv': 'Tagesmeldung (CSV)', 'dim-json': 'Tagesmeldung (JSON)' },
  },
  en: {
    title: 'Records and reports',
    print: 'Vaccination record (PDF)',
    immunizations: 'For other systems (FHIR)',
    profiles: { r4: 'FHIR R4', 'mio-impfpass': 'MIO Impfpass (Germany)', 'ch-vacd': 'CH VACD (Switzerland)' },
    profilesText:
      'The file is not encrypted, and it is kept in the log that it was taken. MIO and CH VACD: the entries without the document around them.',
    leftOut_one: 'One vaccination has no place in this form and is not in the file. FHIR R4 has them all.',
    leftOut_other:
      '{count} vaccinations have no place in this form and are not in the file. FHIR R4 has them all.',
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
    confidential:
      'Vaccination records and daily reports contain health data. Each one that is taken is kept in the log. The sums of vaccinations name nobody and are not.',
    day: 'Day',
    printDay: 'Print all (PDF)',
    doseReport: 'Vaccinations given',
    from: 'From',
    to: 'To',
    product: 'Vaccine',
    lot: 'Lot',
    ordinal: 'Dose',
    ageGroup: 'Age',
    doses: 'Count',
    years: { unknown: 'unknown' },
    total: '{count} vaccinations',
    none: 'Nobody was vaccinated here in this period.',
    save: 'As a table (CSV)',
    daily: 'Daily report',
    dailyText:
      'Each vaccination of a day with the facts of the former German monitoring (DIM), without names and under a pseudonym. The district stays empty: it is not recorded here.',
    dailyForms: { 'dim-csv': 'Daily report (CSV)', 'dim-json': 'Daily report (JSON)' },
  },
});

export const recordsRefusals = areaTexts({
  de: {
    'no-doses': 'Für diese Person ist hier keine gültige Impfung erfasst.',
    'period-backwards': 'Der Zeitraum endet vor seinem Anfang. Bitte die Tage prüfen.',
    'period-too-long': 'Möglich sind höchstens 92 Tage auf einmal. Bitte den Zeitraum kürzen.',
    'nobody-vaccinated': 'An diesem Tag wurde hier niemand geimpft. Bitte einen anderen Tag wählen.',
  },
  en: {
    'no-doses': 'No valid vaccination of this person is recorded here.',
    'period-backwards': 'The period ends before it begins. Please check the days.',
    'period-too-long': 'At most 92 days are possible at once. Please shorten the period.',
    'nobody-vaccinated': 'Nobody was vaccinated here on that day. Please choose another day.',
  },
});

import { areaTexts } from '../../i18n/area-texts.ts';

export const schedulesTexts = areaTexts({
  de: {
    title: 'Impfschemata',
    about:
      'Nach einem bestätigten Impfschema beurteilen Empfang und Buchung, ob eine Dosis zählt und wann die nächste fällig ist; ohne Bestätigung gelten die Abstände der Fachinformation. Wie viele Dosen der Pass zählt, bleibt davon unberührt.',
    vaccination: 'Impfung',
    version: 'Fassung',
    source: 'Quelle',
    issuedOn: 'Stand',
    products: 'Impfstoffe',
    risk: 'nur bei Risiko',
    dose: 'Dosis {number, number}',
    confirm: {
      title: 'Bestätigt',
      card: 'Ärztliche Bestätigung',
      not: 'noch nicht',
      open: 'Eine Ärztin oder ein Arzt des Zentrums hat die Fassung {version} noch nicht bestätigt. Bitte das Impfschema vor der Verwendung prüfen und bestätigen.',
      done: 'Fassung {version} ist seit {at} ärztlich bestätigt.',
      instead:
        'Für diese Impfung ist zurzeit „{title}“ (Fassung {version}) bestätigt; dieses Impfschema träte an dessen Stelle.',
      'open-dialog': 'Impfschema ärztlich bestätigen',
      consequence:
        'Es wird kein Termin von selbst verschoben, und es geht keine Nachricht hinaus: Die Termine stehen danach in der Liste „Termine, die nicht passen“.',
      button: 'Geprüft und bestätigt',
    },
    affected: {
      title: 'Termine, die nicht passen',
      count:
        '{affected, number} von {dates, number} künftigen Terminen für diese Impfung passen nicht zu diesem Impfschema.',
      way: 'Kein Termin wird von selbst verschoben. Bitte die Personen anrufen und den Termin in der Akte verschieben oder absagen; beim Verschieben bekommen sie die Nachricht wie sonst auch.',
      person: 'Person',
      date: 'Termin',
      why: 'Warum er nicht passt',
      contact: 'Erreichbar',
      notNamed: 'Weitere {count, number} betreffen Personen, die Ihnen hier nicht gezeigt werden.',
      more: 'Es folgen {count, number} weitere, sobald diese erledigt sind.',
    },
    try: {
      title: 'Verlauf ausprobieren',
      about: 'Nur zum Prüfen: Nichts davon wird gespeichert.',
      born: 'Geburtsdatum',
      sex: 'Geschlecht',
      sexes: { unknown: 'nicht angegeben', female: 'weiblich', male: 'männlich' },
      observations: 'Befunde',
      date: 'Datum der Dosis {number, number}',
      product: 'Impfstoff der Dosis {number, number}',
      add: 'Dosis hinzufügen',
      remove: 'Dosis {number, number} entfernen',
      button: 'Beurteilen',
      bornMissing: 'Bitte das Geburtsdatum mit Tag, Monat und Jahr eintragen.',
      dateMissing: 'Dosis {number, number}: Bitte das Datum eintragen oder die Dosis entfernen.',
    },
    result: {
      title: 'Ergebnis',
      valid: 'zählt',
      'not-valid': 'zählt nicht',
      extraneous: 'zusätzlich',
      series: 'Impfserie',
      next: 'Nächste Dosis',
      earliest: 'Frühestens',
      recommended: 'Empfohlen ab',
      pastDue: 'Empfohlen bis',
      latest: 'Spätestens',
      noLimit: 'ohne Grenze',
    },
  },
  en: {
    title: 'Schedules',
    about:
      'By a confirmed schedule the desk and booking judge whether a dose counts and when the next is due; without a confirmation the intervals of the product information are gone by. How many doses a pass counts stays as it is.',
    vaccination: 'Vaccination',
    version: 'Version',
    source: 'Source',
    issuedOn: 'Dated',
    products: 'Vaccines',
    risk: 'only at risk',
    dose: 'Dose {number, number}',
    confirm: {
      title: 'Confirmed',
      card: 'A doctor’s confirmation',
      not: 'not yet',
      open: 'No doctor of the centre has confirmed version {version} yet. Please check the schedule and confirm it before it is used.',
      done: 'Version {version} was confirmed by a doctor: {at}.',
      instead:
        'For this vaccination “{title}” (version {version}) is confirmed at present; this schedule would take its place.',
      'open-dialog': 'Have a doctor confirm the schedule',
      consequence:
        'No date is moved by itself and no message is sent: the dates are listed under “Dates that do not fit”.',
      button: 'Checked and confirmed',
    },
    affected: {
      title: 'Dates that do not fit',
      count:
        '{affected, number} of {dates, number} dates to come of this vaccination do not fit this schedule.',
      way: 'No date is moved by itself. Please call the people and move or cancel the date in their record; when it is moved they get the message as usual.',
      person: 'Person',
      date: 'Date',
      why: 'Why it does not fit',
      contact: 'Contact',
      notNamed: 'Another {count, number} are of people who are not shown to you here.',
      more: 'Another {count, number} follow once these are done.',
    },
    try: {
      title: 'Try a history',
      about: 'Only to check: nothing of it is kept.',
      born: 'Birth date',
      sex: 'Sex',
      sexes: { unknown: 'not stated', female: 'female', male: 'male' },
      observations: 'Observations',
      date: 'Date of dose {number, number}',
      product: 'Vaccine of dose {number, number}',
      add: 'Add a dose',
      remove: 'Remove dose {number, number}',
      button: 'Evaluate',
      bornMissing: 'Please enter the birth date with day, month and year.',
      dateMissing: 'Dose {number, number}: please enter its date, or remove the dose.',
    },
    result: {
      title: 'Result',
      valid: 'counts',
      'not-valid': 'does not count',
      extraneous: 'additional',
      series: 'Series',
      next: 'Next dose',
      earliest: 'At the earliest',
      recommended: 'Recommended from',
      pastDue: 'Recommended until',
      latest: 'At the latest',
      noLimit: 'no limit',
    },
  },
});

export const schedulesRefusals = areaTexts({
  de: {
    'schedule-unknown': 'Dieses Impfschema gibt es hier nicht. Bitte eines aus der Liste wählen.',
    'schedule-version-changed':
      'Inzwischen gibt es eine andere Fassung dieses Impfschemas. Bitte diese prüfen und dann bestätigen.',
    'schedule-confirmed': 'Diese Fassung ist schon bestätigt.',
  },
  en: {
    'schedule-unknown': 'This schedule is not known here. Please choose one from the list.',
    'schedule-version-changed':
      'There is another version of this schedule by now. Please check that one, then confirm it.',
    'schedule-confirmed': 'This version is confirmed already.',
  },
});

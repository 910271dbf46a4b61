import { areaTexts } from '../../i18n/area-texts.ts';

export const schedulesTexts = areaTexts({
  de: {
    title: 'Impfschemata',
    about:
      'Nach einem bestätigten Impfschema beurteilen Empfang und Buchung, ob eine Dosis zählt und wann die nächste fällig ist; ohne Bestätigung gelten die Abstände der Fachinformation. Auch wie viele Dosen vorgesehen sind („1 von 3“), richtet sich am Empfang und auf den Impfpässen danach.',
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
      looking: 'Die künftigen Termine werden geprüft …',
      split:
        'Davon lassen sich auf einen freien Platz verschieben: {move, number}. Bei den übrigen muss jemand anrufen: {call, number}.',
      passes:
        'Impfpässe, auf denen sich die vorgesehene Zahl der Dosen ändert: {count, number}. Sie werden nach der Bestätigung ohne Ton aktualisiert.',
      question: 'Was soll mit den Terminen geschehen?',
      move: 'Verschieben, was sich verschieben lässt ({count, number})',
      moveAbout:
        'Die Personen bekommen die Nachricht über ihren Impfpass und per E-Mail; wer keine bekommt, steht zum Anrufen im Ausgang. Ist ein Platz inzwischen vergeben, gilt der nächste freie.',
      stay: 'Keinen Termin verschieben',
      stayAbout:
        'Es geht keine Nachricht hinaus. Die Termine stehen danach unter „Termine, die nicht passen“.',
      button: 'Geprüft und bestätigt',
      buttonMove: 'Bestätigen und verschieben ({count, number})',
    },
    affected: {
      title: 'Termine, die nicht passen',
      count:
        '{affected, number} von {dates, number} künftigen Terminen für diese Impfung passen nicht zu diesem Impfschema.',
      way: 'Verschoben wird nur, wenn es bei der Bestätigung so gewählt wurde. Alle anderen bitte anrufen und den Termin in der Akte verschieben oder absagen; beim Verschieben bekommen sie die Nachricht wie sonst auch.',
      person: 'Person',
      date: 'Termin',
      why: 'Warum er nicht passt',
      plan: 'Freier Platz',
      contact: 'Erreichbar',
      notNamed: 'Weitere {count, number} betreffen Personen, die Ihnen hier nicht gezeigt werden.',
      more: 'Es folgen {count, number} weitere, sobald diese erledigt sind.',
    },
    replanning: {
      looking: 'Die künftigen Termine werden geprüft …',
      running: 'Termine werden verschoben: {moved, number} bisher.',
      done: 'Mit der Bestätigung verschobene Termine: {moved, number} ({at}).',
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
      'By a confirmed schedule the desk and booking judge whether a dose counts and when the next is due; without a confirmation they go by the intervals of the product information. How many doses there are (“1 of 3”) follows from it too, at the desk and on passes.',
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
      looking: 'The appointments to come are being checked …',
      split:
        'Of these, a free place was found for: {move, number}. Somebody has to call for: {call, number}.',
      passes:
        'Passes on which the number of doses changes: {count, number}. They are updated silently after the confirmation.',
      question: 'What is to become of the appointments?',
      move: 'Move what can be moved ({count, number})',
      moveAbout:
        'The people get the message by their pass and by e-mail; whoever gets none is listed to be called in the outbox. Where a place is taken by then, the next free one is used.',
      stay: 'Move no appointment',
      stayAbout: 'No message is sent. The appointments are listed under “Appointments that do not fit”.',
      button: 'Checked and confirmed',
      buttonMove: 'Confirm and move ({count, number})',
    },
    affected: {
      title: 'Appointments that do not fit',
      count:
        '{affected, number} of {dates, number} appointments to come of this vaccination do not fit this schedule.',
      way: 'Appointments are moved only where that was chosen with the confirmation. Please call the others and move or cancel the appointment in their record; when it is moved they get the message as usual.',
      person: 'Person',
      date: 'Appointment',
      why: 'Why it does not fit',
      plan: 'Free place',
      contact: 'Contact',
      notNamed: 'Another {count, number} are of people who are not shown to you here.',
      more: 'Another {count, number} follow once these are done.',
    },
    replanning: {
      looking: 'The appointments to come are being checked …',
      running: 'Appointments are being moved: {moved, number} so far.',
      done: 'Appointments moved with the confirmation: {moved, number} ({at}).',
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

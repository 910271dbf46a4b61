import { areaTexts } from '../../i18n/area-texts.ts';

export const lightTexts = areaTexts({
  de: {
    green: 'Weiter',
    amber: 'Bitte prüfen',
    red: 'Stopp',
  },
  en: {
    green: 'Go on',
    amber: 'Please check',
    red: 'Stop',
  },
});

export const actionTexts = areaTexts({
  de: {
    checkIn: 'Einchecken',
    checkInAnyway: 'Trotzdem einchecken',
    checkInMinor: 'Einwilligung liegt vor: einchecken',
    walkIn: 'Heute als Walk-in aufnehmen',
    takeOver: 'Hier aufnehmen',
    recordDose: 'Dosis erfassen',
    furtherDose: 'Weitere Dosis heute …',
    sendOn: 'Weiter zur Impfung',
    search: 'Neu suchen',
  },
  en: {
    checkIn: 'Check in',
    checkInAnyway: 'Check in anyway',
    checkInMinor: 'Consent was shown: check in',
    walkIn: 'Take in today as a walk-in',
    takeOver: 'Take in here',
    recordDose: 'Record dose',
    furtherDose: 'Another dose today …',
    sendOn: 'On to vaccination',
    search: 'Search again',
  },
});

export const doneTexts = areaTexts({
  de: {
    sentOn: '{name} ist auf dem Weg zur Impfung.',
    checkedIn: 'Eingecheckt. Die Person kann weiter zur Impfung.',
    visitEnded: 'Der Besuch ist ohne Impfung beendet. Einen neuen Termin bucht F7.',
    checkedInDespite: 'Eingecheckt. Vor der Dosis zu klären:',
    dose: '{ordinal}.\u00a0Dosis gespeichert. Der Pass zeigt jetzt {count} von {total}.',
    dosePassFollows:
      '{ordinal}.\u00a0Dosis gespeichert. Der Pass zeigt gleich {count} von {total}; liegt er in einem Telefon, ändert er sich dort von selbst.',
    dosePassWaits:
      '{ordinal}.\u00a0Dosis gespeichert. Der Pass zeigt {count} von {total}, sobald die Zentrale erreichbar ist.',
    doseFollows: '{ordinal}.\u00a0Dosis gespeichert. Die Karte im Telefon zeigt gleich {count} von {total}.',
    doseWaits:
      '{ordinal}.\u00a0Dosis gespeichert. Die Karte im Telefon zeigt {count} von {total}, sobald die Zentrale erreichbar ist.',
    next: 'Nächster Termin: {date} um {clock} Uhr.',
    noNext: 'Es ist kein weiterer Termin gebucht.',
    complete: 'Die Impfserie ist abgeschlossen.',
    completeButBooked:
      'Die Impfserie ist abgeschlossen. Der Termin am {date} ist noch gebucht: Bitte mit F7 absagen.',
    corrected: 'Die Dosis ist berichtigt. Die Angaben davor stehen weiter in der Akte.',
    voided: 'Die Dosis wurde storniert. Beide Einträge bleiben in der Akte.',
  },
  en: {
    sentOn: '{name} is on the way to vaccination.',
    checkedIn: 'Checked in. The person can go on to the vaccination.',
    visitEnded: 'The visit ended without a dose. F7 books a new appointment.',
    checkedInDespite: 'Checked in. To be settled before the dose:',
    dose: 'Dose {ordinal} saved. The pass now shows {count} of {total}.',
    dosePassFollows:
      'Dose {ordinal} saved. The pass shows {count} of {total} in a moment; one in a phone changes there by itself.',
    dosePassWaits:
      'Dose {ordinal} saved. The pass shows {count} of {total} as soon as headquarters can be reached.',
    doseFollows: 'Dose {ordinal} saved. The card in the phone shows {count} of {total} in a moment.',
    doseWaits:
      'Dose {ordinal} saved. The card in the phone shows {count} of {total} as soon as headquarters can be reached.',
    next: 'Next appointment: {date} at {clock}.',
    noNext: 'No further appointment is booked.',
    complete: 'The series is complete.',
    completeButBooked:
      'The series is complete. The appointment on {date} is still booked: please cancel it with F7.',
    corrected: 'The dose is corrected. What stood there before stays in the record.',
    voided: 'The dose was voided. Both entries stay in the record.',
  },
});

export const todayTexts = areaTexts({
  de: {
    title: 'Heute',
    open: 'Noch nicht da',
    all: 'Alle',
    empty: 'Heute sind keine Termine gebucht.',
    emptyOpen: 'Alle sind da.',
    emptyNow: 'Um diese Zeit wird niemand erwartet.',
    wholeDay: 'Ganzer Tag',
    count: '{here} von {all} waren da',
    now: 'jetzt',
    next: 'Als Nächste',
    nextNone: 'Heute wird niemand mehr erwartet.',
    late: 'Überfällig',
    lateSince: 'seit {time} überfällig',
    lateNone: 'Niemand ist überfällig.',
    lateMore: 'Weitere stehen in der Tagesliste unter „Noch nicht da“.',
    recent: 'Zuletzt geöffnet',
  },
  en: {
    title: 'Today',
    open: 'Not yet here',
    all: 'All',
    empty: 'No appointments are booked today.',
    emptyOpen: 'Everybody is here.',
    emptyNow: 'Nobody is expected around this time.',
    wholeDay: 'Whole day',
    count: '{here} of {all} have been here',
    now: 'now',
    next: 'Next',
    nextNone: 'Nobody is expected any more today.',
    late: 'Overdue',
    lateSince: '{time} overdue',
    lateNone: 'Nobody is overdue.',
    lateMore: 'More are in today’s list under “Not yet here”.',
    recent: 'Opened last',
  },
});

import { areaTexts } from '../../i18n/area-texts.ts';

export const doseTexts = areaTexts({
  de: {
    person: 'Person',
    birthDate: 'Geburtsdatum',
    observation: 'Nachbeobachtung',
    observationMinutes: '{count} Minuten',
    scanVial: 'Impfstoff scannen oder Charge eingeben.',
    vialRead: 'Impfstoff gelesen: bitte Charge und Datum prüfen.',
    ownPass:
      'Das ist der Pass dieser Person. Die Dosis bleibt offen: Bitte speichern oder mit Esc abbrechen.',
    otherVial:
      'Das ist {found}, vorgesehen ist {product}: Diese Flasche wird nicht gegeben. Bitte die richtige scannen.',
    notAVial:
      'Das war kein Impfstoff-Code. Die Charge ist jetzt leer: Bitte den Code der Flasche scannen oder die Charge eintippen.',
    product: 'Impfstoff',
    lot: 'Charge',
    expires: 'Verwendbar bis',
    site: 'Impfstelle',
    indication: 'Indikation',
    review: 'Prüfen und speichern',
    confirmTitle: 'Stimmt alles?',
    confirm: 'Ja, Dosis speichern',
    dose: 'Dosis',
    otherPassTitle: 'Der Pass gehört jemand anderem',
    otherPass: 'Pass von {name}, geboren {date}.',
    otherPassOpen: 'Offen ist {name}, geboren {date}. Wer steht vor Ihnen?',
    changeOver: 'Zu {name} wechseln',
    stay: 'Bei {name} bleiben',
    unknownVial:
      'Diesen Impfstoff-Code ({code}) kennt die Station noch nicht als {product}. Bitte das Etikett lesen: Ist es wirklich {product}? Sonst nicht verwenden.',
    lastGiven: 'Zuletzt: {ordinal}.\u00a0Dosis am {date} um {clock} Uhr, Charge {lot}.',
    lastGivenBy: 'Zuletzt: {ordinal}.\u00a0Dosis am {date} um {clock} Uhr von {name}, Charge {lot}.',
    expired: 'Stopp: Diese Flasche ist am {date} abgelaufen. Bitte eine andere nehmen.',
    printed: 'Steht so im Code der Flasche.',
    confirmAnyway: 'Trotzdem speichern',
    graveTitle: 'Diese Dosis braucht einen Grund und eine zweite Person',
    graveReason: 'Warum wird sie trotzdem gegeben?',
    graveConfirm: '{ordinal}.\u00a0Dosis trotzdem speichern',
  },
  en: {
    person: 'Person',
    birthDate: 'Birth date',
    observation: 'Observation',
    observationMinutes: '{count} minutes',
    scanVial: 'Scan the vaccine or type the lot.',
    vialRead: 'Vaccine read: please check lot and date.',
    ownPass: 'This is the pass of this person. The dose stays open: please save it or cancel with Esc.',
    otherVial:
      'This is {found}, but {product} is planned: this vial is not given. Please scan the right one.',
    notAVial:
      'That was no vaccine code. The lot is empty now: please scan the code of the vial or type the lot.',
    product: 'Vaccine',
    lot: 'Lot',
    expires: 'Use by',
    site: 'Injection site',
    indication: 'Indication',
    review: 'Review and save',
    confirmTitle: 'Is everything right?',
    confirm: 'Yes, save dose',
    dose: 'Dose',
    otherPassTitle: 'The pass is somebody else’s',
    otherPass: 'Pass of {name}, born {date}.',
    otherPassOpen: 'Open is {name}, born {date}. Who is in front of you?',
    changeOver: 'Change to {name}',
    stay: 'Stay with {name}',
    unknownVial:
      'The station does not know this vaccine code ({code}) as {product} yet. Please read the label: is it really {product}? If not, do not use it.',
    lastGiven: 'Last: dose {ordinal} on {date} at {clock}, lot {lot}.',
    lastGivenBy: 'Last: dose {ordinal} on {date} at {clock} by {name}, lot {lot}.',
    expired: 'Stop: this vial expired on {date}. Please take another one.',
    printed: 'As the code of the vial says.',
    confirmAnyway: 'Save all the same',
    graveTitle: 'This dose takes a reason and a second person',
    graveReason: 'Why is it given all the same?',
    graveConfirm: 'Save dose {ordinal} all the same',
  },
});

export const siteTexts = areaTexts({
  de: {
    'left-upper-arm': 'Linker Oberarm',
    'right-upper-arm': 'Rechter Oberarm',
    'left-thigh': 'Linker Oberschenkel',
    'right-thigh': 'Rechter Oberschenkel',
  },
  en: {
    'left-upper-arm': 'Left upper arm',
    'right-upper-arm': 'Right upper arm',
    'left-thigh': 'Left thigh',
    'right-thigh': 'Right thigh',
  },
});

export const indicationTexts = areaTexts({
  de: {
    standard: 'Standardimpfung',
    'risk-group': 'Gesundheitliches Risiko',
    occupational: 'Beruf',
    travel: 'Reise',
    other: 'Anderer Grund',
  },
  en: {
    standard: 'Standard vaccination',
    'risk-group': 'Health risk',
    occupational: 'Occupation',
    travel: 'Travel',
    other: 'Other reason',
  },
});

export const voidTexts = areaTexts({
  de: {
    title: '{ordinal}. Dosis stornieren',
    text: 'Der Eintrag bleibt in der Akte und wird als storniert gekennzeichnet. Zähler, Termin und Pass werden zurückgesetzt.',
    reason: 'Grund',
    note: 'Bemerkung',
    noteNeeded: 'Bei einem anderen Grund wird eine Bemerkung gebraucht.',
    confirm: 'Dosis stornieren',
    reasons: {
      'wrong-person': 'Falsche Person',
      'not-given': 'Wurde nicht gegeben',
      'wrong-entry': 'Falsch eingegeben',
      other: 'Anderer Grund (bitte Bemerkung)',
    },
  },
  en: {
    title: 'Void dose {ordinal}',
    text: 'The entry stays in the record, marked as voided. Count, appointment and pass go back.',
    reason: 'Reason',
    note: 'Note',
    noteNeeded: 'Another reason needs a note.',
    confirm: 'Void dose',
    reasons: {
      'wrong-person': 'Wrong person',
      'not-given': 'Was not given',
      'wrong-entry': 'Entered wrongly',
      other: 'Other reason (please add a note)',
    },
  },
});

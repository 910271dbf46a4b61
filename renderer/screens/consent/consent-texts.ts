import { areaTexts } from '../../i18n/area-texts.ts';

export const consentTexts = areaTexts({
  de: {
    title: 'Einwilligung',
    ask: 'Ist die Person aufgeklärt und willigt sie in die Impfung mit {vaccine} ein?',
    withDose: 'Einwilligung in {vaccine}: mündlich nach Aufklärung. Sie wird mit der Dosis festgehalten.',
    otherVaccine:
      'Inzwischen geht es um {now}. Was hier zu {before} gesagt oder unterschrieben wurde, gilt dafür nicht. Es wurde nichts gespeichert.',
    askAnew: 'Für den anderen Impfstoff fragen',
    said: 'mündlich nach Aufklärung',
    other: 'Anders festhalten …',
    notHere: 'Bitte checken Sie die Person zuerst ein. Dann halten Sie die Einwilligung fest.',
    withdrawnHere: 'Die Einwilligung wurde in diesem Besuch widerrufen. Ohne eine neue gibt es keine Dosis.',
    how: 'Wie wird eingewilligt?',
    kinds: {
      oral: 'Mündlich nach Aufklärung',
      signature: 'Unterschrift auf dem Bildschirm',
      paper: 'Unterschriebener Bogen auf Papier',
    },
    reference: 'Wo der Bogen liegt (Nummer, Ordner)',
    whose: 'Wer willigt ein?',
    self: 'Die Person selbst',
    judged: 'Die Person selbst, von mir als einwilligungsfähig beurteilt',
    judgedCapable: 'ärztlich als einwilligungsfähig beurteilt',
    guardian: 'Jemand für die Person (Eltern, Betreuung)',
    ages: {
      self: 'Ab 16 Jahren willigt man in der Regel selbst ein.',
      judged:
        'Mit 14 oder 15 Jahren willigen die Sorgeberechtigten ein, außer die Ärztin oder der Arzt beurteilt die Person als einwilligungsfähig und hält es unter eigener Anmeldung fest.',
      guardian: 'Unter 14 Jahren willigen die Sorgeberechtigten ein.',
    },
    name: 'Name der einwilligenden Person',
    relation: 'Beziehung',
    relations: { parent: 'Elternteil', guardian: 'Vormund', carer: 'Rechtliche Betreuung, Vollmacht' },
    whether: 'Ist diese Person hier?',
    isPresent: 'Ja, anwesend',
    isAbsent: 'Nein, nicht hier',
    absent: 'nicht anwesend',
    pad: 'Feld für die Unterschrift: mit Stift, Finger oder Maus',
    signHere: 'Bitte hier unterschreiben',
    clearPad: 'Noch einmal',
    keyboard: 'Ohne Stift oder Maus wählen Sie bitte eine andere Art.',
    drawn: 'Unterschrift',
    save: 'Einwilligung speichern',
    standing: 'Einwilligung in {vaccine} liegt vor: {how}, {at}.',
    by: 'festgehalten von {name}',
    forPerson: '{name} ({relation})',
    unreadable: 'Wie eingewilligt wurde, ist hier nicht lesbar.',
    withdraw: 'Widerrufen …',
    withdrawTitle: 'Einwilligung widerrufen',
    withdrawText:
      'Danach gibt es ohne neue Einwilligung keine Dosis. Gegebene Dosen bleiben in der Akte, die Einwilligung auch, mit dem Widerruf.',
    withdrawReason: 'Bemerkung (freiwillig)',
    confirmWithdraw: 'Widerruf festhalten',
    withdrawn: 'Widerrufen am {at}',
    record: 'Einwilligung in Impfungen',
    none: 'Noch keine festgehalten.',
  },
  en: {
    title: 'Consent',
    ask: 'Is this person informed, and do they consent to the vaccination with {vaccine}?',
    withDose: 'Consent to {vaccine}: given orally after information. It is recorded with the dose.',
    otherVaccine:
      'It is about {now} meanwhile. What was said or signed here for {before} does not count for it. Nothing was saved.',
    askAnew: 'Ask for the other vaccine',
    said: 'orally after information',
    other: 'Record otherwise …',
    notHere: 'Please check this person in first. Then record the consent.',
    withdrawnHere: 'The consent was withdrawn in this visit. Without a new one there is no dose.',
    how: 'How is consent given?',
    kinds: {
      oral: 'Orally after information',
      signature: 'Signature on the screen',
      paper: 'Signed paper form',
    },
    reference: 'Where the form is kept (number, folder)',
    whose: 'Who consents?',
    self: 'The person',
    judged: 'The person, whom I judge capable of consenting',
    judgedCapable: 'judged capable of consenting by a doctor',
    guardian: 'Somebody for the person (parent, carer)',
    ages: {
      self: 'From 16 on people usually consent themselves.',
      judged:
        'At 14 or 15 those with custody consent, unless the doctor judges the person capable of consenting and records it under their own sign-in.',
      guardian: 'Below 14 those with custody consent.',
    },
    name: 'Name of who consents',
    relation: 'Relation',
    relations: { parent: 'Parent', guardian: 'Guardian', carer: 'Legal carer, power of attorney' },
    whether: 'Is this person here?',
    isPresent: 'Yes, present',
    isAbsent: 'No, not here',
    absent: 'not present',
    pad: 'Field for the signature: by pen, finger or mouse',
    signHere: 'Please sign here',
    clearPad: 'Once more',
    keyboard: 'Without pen or mouse please choose another kind.',
    drawn: 'Signature',
    save: 'Save the consent',
    standing: 'Consent to {vaccine} is there: {how}, {at}.',
    by: 'recorded by {name}',
    forPerson: '{name} ({relation})',
    unreadable: 'How consent was given cannot be read here.',
    withdraw: 'Withdraw …',
    withdrawTitle: 'Withdraw the consent',
    withdrawText:
      'From then on there is no dose without a new consent. Doses that were given stay in the record, and so does the consent, with the withdrawal.',
    withdrawReason: 'Remark (optional)',
    confirmWithdraw: 'Record the withdrawal',
    withdrawn: 'Withdrawn on {at}',
    record: 'Consent to vaccinations',
    none: 'None recorded yet.',
  },
});

export const consentRefusals = areaTexts({
  de: {
    'consent-missing':
      'Für diese Dosis ist noch keine Einwilligung festgehalten. Es wurde nichts gespeichert. Bitte halten Sie sie zuerst fest.',
    'consent-withdrawn':
      'Die Einwilligung wurde widerrufen. Es wurde nichts gespeichert. Ohne eine neue gibt es keine Dosis.',
    'consent-vaccine-changed':
      'Die Person ist inzwischen für einen anderen Impfstoff hier. Es wurde nichts gespeichert. Bitte fragen Sie für diesen.',
    'consent-kind-not-asked':
      'Auf diese Art hält das Zentrum Einwilligungen nicht fest. Bitte wählen Sie eine andere.',
    'consent-not-theirs': 'In diesem Alter willigt jemand anderes ein. Bitte wählen Sie aus, wer einwilligt.',
    'guardian-missing': 'Bitte sagen Sie, wer für die Person einwilligt.',
    'guardian-absent':
      'Wer nicht hier ist, kann hier nicht unterschreiben. Bitte wählen Sie den Bogen auf Papier oder mündlich.',
    'signature-missing': 'Im Feld ist noch keine Unterschrift. Bitte unterschreiben lassen.',
    'consent-reference-missing': 'Bitte sagen Sie, wo der Bogen liegt.',
    'consent-unknown': 'Diese Einwilligung steht nicht mehr in der Akte. Bitte öffnen Sie die Person neu.',
    'consent-withdrawn-already': 'Diese Einwilligung ist schon widerrufen.',
  },
  en: {
    'consent-missing': 'No consent is recorded for this dose yet. Nothing was saved. Please record it first.',
    'consent-withdrawn': 'The consent was withdrawn. Nothing was saved. Without a new one there is no dose.',
    'consent-vaccine-changed':
      'This person is here for another vaccine meanwhile. Nothing was saved. Please ask for that one.',
    'consent-kind-not-asked': 'The centre does not record consent in this way. Please choose another.',
    'consent-not-theirs': 'At this age somebody else consents. Please choose who consents.',
    'guardian-missing': 'Please say who consents for this person.',
    'guardian-absent': 'Whoever is not here cannot sign here. Please choose the paper form, or orally.',
    'signature-missing': 'There is no signature in the field yet. Please have it signed.',
    'consent-reference-missing': 'Please say where the form is kept.',
    'consent-unknown': 'This consent is no longer in the record. Please open this person again.',
    'consent-withdrawn-already': 'This consent was withdrawn already.',
  },
});

export const consentSettingTexts = areaTexts({
  de: {
    title: 'Einwilligung festhalten',
    what: 'Was das Zentrum am Empfang anbietet. Nur mündlich: Sie wird mit der Dosis gespeichert, ohne eigenen Schritt. Für unter 16-Jährige wird immer zuerst gefragt, wer einwilligt.',
    usual: 'Bisher hat niemand gewählt: Es gilt „mündlich“.',
    doctor:
      'Die Altersgrenzen (ab 16 selbst, mit 14 und 15 nach ärztlicher Beurteilung) sind übliche Praxis zu § 630d BGB, kein Gesetz. Bitte lassen Sie sie ärztlich prüfen.',
    save: 'So festhalten',
    saved: 'Gespeichert. Es gilt ab der nächsten Einwilligung.',
  },
  en: {
    title: 'Record consent',
    what: 'What the centre offers at the desk. Orally alone: it is saved with the dose, without a step of its own. For people under 16 it is always asked first who consents.',
    usual: 'Nobody has chosen yet: it is “orally”.',
    doctor:
      'The ages (from 16 on oneself, at 14 and 15 as a doctor judges) are usual practice under section 630d of the German Civil Code, not the law. Please let a doctor check them.',
    save: 'Record it like this',
    saved: 'Saved. It counts from the next consent on.',
  },
});

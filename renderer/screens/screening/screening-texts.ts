import { areaTexts } from '../../i18n/area-texts.ts';

export const screeningTexts = areaTexts({
  de: {
    title: 'Fragen vor der Impfung',
    missing: 'Für diesen Besuch ist noch nichts beantwortet. Bitte fragen Sie zuerst.',
    notHere: 'Die Person ist noch nicht eingecheckt. Bitte checken Sie sie zuerst ein, dann fragen Sie.',
    source: 'Quelle: {source}',
    yes: 'Ja',
    no: 'Nein',
    aheadTitle: 'Vorab beantwortet',
    ahead: 'Vorab beantwortet am {at}.',
    aheadNote: {
      confirm:
        'Es wurde noch nicht gefragt. Bitte gehen Sie die Antworten mit der Person durch und bestätigen Sie sie.',
      otherVersion: 'Es waren andere Fragen als die, die jetzt gelten. Bitte fragen Sie alle neu.',
      off: 'Die Fragen sind hier inzwischen abgeschaltet. Bitte sprechen Sie die Person auf ihre Antworten an.',
    },
    aheadAllNo: 'Alle Fragen mit Nein.',
    aheadUnreadable: 'Was geantwortet wurde, ist hier nicht lesbar.',
    aheadYes: 'vorab: Ja',
    aheadNo: 'vorab: Nein',
    asAhead: 'Wie vorab, mit der Person bestätigt',
    means: { stop: 'Ja: keine Dosis', 'ask-the-doctor': 'Ja: ärztlich klären', note: 'Ja: Hinweis' },
    allNo: 'Alle mit Nein',
    save: 'Antworten speichern',
    stop: 'Keine Dosis: Eine Antwort spricht dagegen. Weiter geht es nur, wenn die Ärztin oder der Arzt es begründet und sich anmeldet.',
    doctor: 'Vor der Dosis muss die Ärztin oder der Arzt diese Antworten ansehen und sich anmelden.',
    answeredYes: 'Mit Ja beantwortet',
    reason: 'Warum trotzdem geimpft wird',
    remark: 'Bemerkung (freiwillig)',
    clear: 'Dosis freigeben',
    none: 'Fragen beantwortet: Nichts spricht gegen die Dosis.',
    noted: 'Fragen beantwortet. Bitte beachten:',
    cleared: 'Freigegeben von {name}',
    clearedBySomebody: 'Ärztlich freigegeben',
  },
  en: {
    title: 'Questions before the vaccination',
    missing: 'Nothing has been answered for this visit yet. Please ask first.',
    notHere: 'This person is not checked in yet. Please check them in first, then ask.',
    source: 'Source: {source}',
    yes: 'Yes',
    no: 'No',
    aheadTitle: 'Answered ahead',
    ahead: 'Answered ahead on {at}.',
    aheadNote: {
      confirm: 'Nobody has asked yet. Please go through the answers with the person and confirm them.',
      otherVersion:
        'These were other questions than the ones that are asked now. Please ask all of them again.',
      off: 'The questions are switched off here meanwhile. Please speak to the person about their answers.',
    },
    aheadAllNo: 'All questions with no.',
    aheadUnreadable: 'What was answered cannot be read here.',
    aheadYes: 'ahead: yes',
    aheadNo: 'ahead: no',
    asAhead: 'As ahead, confirmed with the person',
    means: { stop: 'Yes: no dose', 'ask-the-doctor': 'Yes: ask the doctor', note: 'Yes: note' },
    allNo: 'All no',
    save: 'Save the answers',
    stop: 'No dose: an answer speaks against it. It only goes on if the doctor gives the reason and signs in.',
    doctor: 'Before the dose the doctor has to look at these answers and sign in.',
    answeredYes: 'Answered with yes',
    reason: 'Why it is given all the same',
    remark: 'Remark (optional)',
    clear: 'Let the dose be given',
    none: 'Questions answered: nothing speaks against the dose.',
    noted: 'Questions answered. Please note:',
    cleared: 'Cleared by {name}',
    clearedBySomebody: 'Cleared by a doctor',
  },
});

export const screeningRefusals = areaTexts({
  de: {
    'screening-missing':
      'Die Fragen vor der Impfung sind für diesen Besuch nicht beantwortet. Bitte einchecken und zuerst fragen.',
    'screening-stop':
      'Eine Antwort spricht gegen die Dosis. Bitte holen Sie die Ärztin oder den Arzt dazu; es wurde nichts gespeichert.',
    'screening-doctor':
      'Die Ärztin oder der Arzt muss die Antworten zuerst ansehen. Es wurde nichts gespeichert.',
    'screening-off': 'Die Fragen vor der Impfung sind inzwischen abgeschaltet. Bitte ohne sie weitermachen.',
    'questionnaire-changed': 'Die Fragen haben sich inzwischen geändert. Bitte noch einmal fragen.',
    'answers-incomplete': 'Bitte beantworten Sie jede Frage mit Ja oder Nein.',
    'nothing-to-clear': 'Hier ist nichts mehr freizugeben. Bitte öffnen Sie die Person neu.',
    'clearing-reason-missing': 'Bitte sagen Sie, warum trotz dieser Antwort geimpft wird.',
  },
  en: {
    'screening-missing':
      'The questions before the vaccination were not answered for this visit. Please check in and ask first.',
    'screening-stop': 'An answer speaks against the dose. Please bring in the doctor; nothing was saved.',
    'screening-doctor': 'The doctor has to look at the answers first. Nothing was saved.',
    'screening-off':
      'The questions before the vaccination were switched off meanwhile. Please go on without them.',
    'questionnaire-changed': 'The questions have changed meanwhile. Please ask once more.',
    'answers-incomplete': 'Please answer each question with yes or no.',
    'nothing-to-clear': 'There is nothing left to clear here. Please open this person again.',
    'clearing-reason-missing': 'Please say why it is given in spite of this answer.',
  },
});

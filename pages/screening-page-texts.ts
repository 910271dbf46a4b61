import type { Bilingual } from '../domain/kernel/bilingual.ts';

/** Every text of the pages where somebody answers the questions before they come. */
export const screeningPageTexts = {
  title: { de: 'Fragen vor der Impfung', en: 'Questions before the vaccination' },
  otherLanguage: { de: 'English', en: 'Deutsch' },
  forDate: { de: 'Für Ihren Termin: {value}', en: 'For your appointment: {value}' },
  why: {
    de: 'Wenn Sie diese Fragen schon jetzt beantworten, geht es beim Termin schneller. Vor Ort gehen wir sie noch einmal mit Ihnen durch. Ihre Antworten werden verschlüsselt gespeichert; nur wer impft oder ärztlich berät, kann sie lesen.',
    en: 'If you answer these questions now, your appointment takes less time. We go through them with you again when you are here. Your answers are stored encrypted; only those who vaccinate or advise as doctors can read them.',
  },
  until: {
    de: 'Bis Sie zum Termin kommen, können Sie Ihre Antworten ändern.',
    en: 'You can change your answers until you come to the appointment.',
  },
  answered: {
    de: 'Sie haben die Fragen schon beantwortet. Hat sich etwas geändert? Dann beantworten Sie sie bitte noch einmal.',
    en: 'You have answered the questions already. Has anything changed? Then please answer them again.',
  },
  place: { de: 'Frage {value}', en: 'Question {value}' },
  of: { de: 'von', en: 'of' },
  yes: { de: 'Ja', en: 'Yes' },
  no: { de: 'Nein', en: 'No' },
  before: { de: 'Zur vorigen Frage', en: 'Back to the previous question' },
  check: { de: 'Bitte prüfen Sie Ihre Antworten', en: 'Please check your answers' },
  change: { de: 'Ändern', en: 'Change' },
  changeOf: { de: 'Antwort auf Frage {value} ändern', en: 'Change the answer to question {value}' },
  send: { de: 'Antworten absenden', en: 'Send the answers' },
  toDates: { de: 'Zurück zu Ihren Terminen', en: 'Back to your appointments' },
  notSent: { de: 'Noch nicht abgesendet.', en: 'Not sent yet.' },
  done: { de: 'Danke, Ihre Antworten sind da', en: 'Thank you, we have your answers' },
  clear: {
    de: 'Beim Termin gehen wir sie kurz mit Ihnen durch.',
    en: 'We go through them with you briefly at the appointment.',
  },
  doctor: {
    de: 'Eine Ihrer Antworten sieht sich beim Termin eine Ärztin oder ein Arzt mit Ihnen an. Bitte planen Sie etwas mehr Zeit ein.',
    en: 'A doctor looks at one of your answers with you at the appointment. Please allow a little more time.',
  },
  stop: {
    de: 'Nach einer Ihrer Antworten kann es sein, dass an diesem Tag nicht geimpft wird. Darüber entscheidet die Ärztin oder der Arzt.',
    en: 'One of your answers may mean that you are not vaccinated on this day. The doctor decides that.',
  },
  stopCall: {
    de: 'Bitte rufen Sie uns an, bevor Sie kommen: {value}',
    en: 'Please call us before you come: {value}',
  },
  stopTell: {
    de: 'Bitte sagen Sie es uns gleich bei der Ankunft, oder verschieben Sie den Termin.',
    en: 'Please tell us as soon as you arrive, or move the appointment.',
  },
  stopIll: {
    de: 'Wenn es Ihnen jetzt schlecht geht, wenden Sie sich bitte an Ihre Ärztin oder Ihren Arzt, im Notfall an die 112.',
    en: 'If you feel unwell now, please turn to your doctor, in an emergency call 112.',
  },
  move: { de: 'Termin verschieben', en: 'Move the appointment' },
  'screening-off': {
    de: 'Das Impfzentrum stellt diese Fragen nicht mehr vorab. Sie brauchen nichts zu tun.',
    en: 'The centre no longer asks these questions ahead. There is nothing for you to do.',
  },
  'date-unknown': {
    de: 'Diesen Termin gibt es nicht mehr. Bitte sehen Sie bei Ihren Terminen nach.',
    en: 'This appointment no longer exists. Please look at your appointments.',
  },
  'visit-begun': {
    de: 'Zu diesem Termin sind Sie schon da gewesen, oder er ist vorbei. Bitte sagen Sie uns vor Ort, was sich geändert hat.',
    en: 'You have been here for this appointment already, or it is over. Please tell us in person what has changed.',
  },
  'questionnaire-changed': {
    de: 'Die Fragen haben sich inzwischen geändert. Es wurde nichts gespeichert; bitte beantworten Sie sie noch einmal.',
    en: 'The questions have changed meanwhile. Nothing was saved; please answer them once more.',
  },
  'question-unknown': {
    de: 'Diese Antworten gehören nicht zu unseren Fragen. Es wurde nichts gespeichert; bitte beginnen Sie noch einmal.',
    en: 'These answers do not belong to our questions. Nothing was saved; please begin once more.',
  },
  'answers-incomplete': {
    de: 'Eine Frage ist noch offen. Es wurde nichts gespeichert; bitte beantworten Sie sie.',
    en: 'One question is still open. Nothing was saved; please answer it.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type ScreeningPageText = keyof typeof screeningPageTexts;

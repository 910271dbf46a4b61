import type { Bilingual } from '../domain/kernel/bilingual.ts';

/** Every text of the hand-over page. */
export const handOverTexts = {
  title: { de: 'Ihr Pass', en: 'Your pass' },
  number: { de: 'Nummer des Passes: {number}', en: 'Number of the pass: {number}' },
  familyTitle: { de: 'Ihre Pässe', en: 'Your passes' },
  familyApple: {
    de: 'Alle {count} Pässe zu Apple Wallet hinzufügen',
    en: 'Add all {count} passes to Apple Wallet',
  },
  familyLead: {
    de: 'iPhone: Tippen Sie auf den Knopf und danach oben rechts auf „Alle hinzufügen“.',
    en: 'iPhone: tap the button, then “Add all” at the top right.',
  },
  familyEach: { de: 'Jeden Pass einzeln', en: 'Each pass by itself' },
  familyOne: { de: 'Pass {number} öffnen', en: 'Open pass {number}' },
  language: { de: 'English', en: 'Deutsch' },
  apple: { de: 'Zu Apple Wallet hinzufügen', en: 'Add to Apple Wallet' },
  appleLead: {
    de: 'Tippen Sie auf den Knopf und danach oben rechts auf „Hinzufügen“. Der Pass liegt dann in Ihrer Wallet.',
    en: 'Tap the button, then “Add” at the top right. The pass is in your Wallet then.',
  },
  live: {
    de: 'Der Pass in der Wallet ändert sich von selbst, nach jeder Impfung und mit jedem Termin.',
    en: 'The pass in your Wallet changes by itself, after each dose and with each appointment.',
  },
  snapshot: {
    de: 'Der Pass in der Wallet ist eine Momentaufnahme: Er ändert sich nicht von selbst. Nach jeder Impfung bekommen Sie am Empfang einen neuen.',
    en: 'The pass in your Wallet is a snapshot: it does not change by itself. After each dose you get a new one at the desk.',
  },
  google: { de: 'Zu Google Wallet hinzufügen', en: 'Add to Google Wallet' },
  googleLead: {
    de: 'Tippen Sie auf den Knopf und melden Sie sich mit Ihrem Google-Konto an.',
    en: 'Tap the button and sign in with your Google account.',
  },
  paper: { de: 'Pass als PDF speichern oder drucken', en: 'Save or print the pass as a PDF' },
  paperLead: {
    de: 'Auf Papier gilt der Pass ebenso: Am Empfang wird der Code im PDF gescannt.',
    en: 'On paper the pass is valid as well: reception scans the code in the PDF.',
  },
  phoneTitle: { de: 'Auf das Telefon', en: 'Onto the phone' },
  phoneLead: {
    de: 'Öffnen Sie die Kamera Ihres Telefons und halten Sie sie auf diesen Code.',
    en: 'Open the camera of your phone and point it at this code.',
  },
  qr: { de: 'QR-Code mit der Adresse dieser Seite', en: 'QR code with the address of this page' },
  others: { de: 'Andere Wege', en: 'Other ways' },
  calendar: { de: 'Termine in den Kalender übernehmen', en: 'Add the appointments to the calendar' },
  dates: { de: 'Termine verschieben oder absagen', en: 'Move or cancel the appointments' },
  datesTitle: { de: 'Ihre gebuchten Termine', en: 'Your booked appointments' },
  cancelledTitle: { de: 'Termine, die nicht stattfinden', en: 'Appointments that do not take place' },
  cancelledClosed: {
    de: 'An diesem Tag ist das Impfzentrum geschlossen.',
    en: 'The centre is closed on that day.',
  },
  cancelledAsked: { de: 'Dieser Termin ist abgesagt.', en: 'This appointment is cancelled.' },
  cancelledNext: {
    de: 'Ansehen, was jetzt zu tun ist, und neu buchen',
    en: 'See what to do now, and book again',
  },
  keepPrivate: {
    de: 'Bitte geben Sie die Adresse dieser Seite nicht weiter: Wer sie hat, kann Ihre Termine ändern.',
    en: 'Please do not pass the address of this page on: whoever has it can change your appointments.',
  },
  expires: {
    de: 'Diese Seite gilt bis {until}. Bitte geben Sie die Adresse nicht weiter.',
    en: 'This page is valid until {until}. Please do not pass its address on.',
  },
  help: { de: 'Fragen? Rufen Sie uns an: {phone}', en: 'Questions? Call us: {phone}' },
  goneTitle: { de: 'Diese Seite gibt es nicht', en: 'This page does not exist' },
  goneText: {
    de: 'Der Link ist abgelaufen oder nicht richtig. Bitte fragen Sie am Empfang nach einem neuen.',
    en: 'The link has expired or is not right. Please ask for a new one at the desk.',
  },
  busyTitle: { de: 'Bitte warten Sie einen Moment', en: 'Please wait a moment' },
  googleLater: {
    de: 'Google Wallet ist gerade nicht erreichbar. Bitte gehen Sie zurück und versuchen Sie es in ein paar Minuten noch einmal.',
    en: 'Google Wallet cannot be reached right now. Please go back and try again in a few minutes.',
  },
  busyText: {
    de: 'Es kamen zu viele Anfragen. Bitte versuchen Sie es in einer Minute noch einmal.',
    en: 'There were too many requests. Please try again in a minute.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

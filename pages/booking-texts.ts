import type { Bilingual } from '../domain/kernel/bilingual.ts';

/** Every text of the pages where people book, move and cancel. */
export const bookingTexts = {
  title: { de: 'Impftermin buchen', en: 'Book a vaccination' },
  language: { de: 'English', en: 'Deutsch' },
  chooseCentre: { de: 'Bitte wählen Sie ein Impfzentrum.', en: 'Please choose a vaccination centre.' },
  noCentre: {
    de: 'Zurzeit kann nirgends online gebucht werden.',
    en: 'Nobody takes bookings online at the moment.',
  },
  product: { de: 'Impfstoff: {value}', en: 'Vaccine: {value}' },
  chooseDate: { de: '{value}. Termin: bitte wählen', en: 'Appointment {value}: please choose' },
  chosen: { de: '{value}', en: '{value}' },
  free: { de: '{value} frei', en: '{value} free' },
  noDate: {
    de: 'Zurzeit ist hier kein Termin frei. Bitte schauen Sie später noch einmal oder rufen Sie uns an.',
    en: 'There is no free appointment here at the moment. Please look again later or call us.',
  },
  again: { de: 'Termine neu wählen', en: 'Choose the dates again' },
  person: { de: 'Ihre Angaben', en: 'Your details' },
  givenName: { de: 'Vorname', en: 'Given name' },
  familyName: { de: 'Nachname', en: 'Family name' },
  birthDate: { de: 'Geburtsdatum', en: 'Date of birth' },
  email: { de: 'E-Mail (freiwillig)', en: 'E-mail (optional)' },
  phone: { de: 'Telefon (freiwillig)', en: 'Phone (optional)' },
  street: { de: 'Straße und Hausnummer (freiwillig)', en: 'Street and number (optional)' },
  postcode: { de: 'Postleitzahl (freiwillig)', en: 'Postcode (optional)' },
  city: { de: 'Ort (freiwillig)', en: 'Town (optional)' },
  mayMail: {
    de: 'Schicken Sie mir Pass, Termine und Erinnerungen an diese E-Mail-Adresse. Das kann ich jederzeit widerrufen.',
    en: 'Send me pass, appointments and reminders to this e-mail address. I can withdraw this at any time.',
  },
  consent: {
    de: 'Das Impfzentrum darf diese Angaben verarbeiten, um meine Impftermine zu planen und meinen Impfpass auszustellen.',
    en: 'The centre may process these details to plan my appointments and to issue my vaccination pass.',
  },
  book: { de: 'Verbindlich buchen', en: 'Book' },
  slotFull: {
    de: 'Der letzte Platz zu dieser Zeit wurde gerade vergeben. Bitte wählen Sie einen anderen Termin.',
    en: 'The last place at that time was just taken. Please choose another appointment.',
  },
  mailMissing: {
    de: 'Bitte geben Sie eine E-Mail-Adresse an, oder nehmen Sie das Häkchen für E-Mails heraus.',
    en: 'Please enter an e-mail address, or untick the box for e-mails.',
  },
  notValid: {
    de: 'Bitte prüfen Sie Ihre Angaben: Name und Geburtsdatum müssen vollständig sein, E-Mail und Telefon richtig geschrieben.',
    en: 'Please check your details: name and date of birth must be complete, e-mail and phone correctly written.',
  },
  interval: {
    de: 'Die beiden Termine liegen nicht im richtigen Abstand. Bitte wählen Sie neu.',
    en: 'The two appointments are not the right time apart. Please choose again.',
  },
  datesTitle: { de: 'Ihre Termine', en: 'Your appointments' },
  noDates: { de: 'Sie haben keinen offenen Termin.', en: 'You have no open appointment.' },
  date: { de: '{value}. Impfung', en: 'Vaccination {value}' },
  move: { de: 'Verschieben', en: 'Move' },
  cancel: { de: 'Absagen', en: 'Cancel' },
  moved: {
    de: 'Ihr Termin ist verschoben. Ihr Pass ändert sich mit.',
    en: 'Your appointment was moved. Your pass changes with it.',
  },
  cancelled: { de: 'Ihr Termin ist abgesagt.', en: 'Your appointment was cancelled.' },
  notChanged: {
    de: 'Dieser Termin lässt sich nicht mehr ändern. Bitte rufen Sie uns an.',
    en: 'This appointment can no longer be changed. Please call us.',
  },
  toPass: { de: 'Zurück zum Pass', en: 'Back to the pass' },
  help: { de: 'Fragen? Rufen Sie uns an: {value}', en: 'Questions? Call us: {value}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type BookingText = keyof typeof bookingTexts;

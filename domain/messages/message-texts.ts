import type { Bilingual } from '../kernel/bilingual.ts';

/** The parts that messages share. */
export const messageParts = {
  greeting: { de: 'Guten Tag {name},', en: 'Dear {name},' },
  dates: { de: 'Ihre Termine', en: 'Your appointments' },
  furtherDates: { de: 'Weitere Termine', en: 'Further appointments' },
  dose: { de: '{dose}. Impfung', en: 'Vaccination {dose}' },
  bring: {
    de: 'Bitte bringen Sie einen Lichtbildausweis mit. Wenn Sie krank sind, kommen Sie bitte nicht, sondern rufen Sie uns an.',
    en: 'Please bring an identity document with a photograph. If you are ill, please do not come but call us.',
  },
  questions: {
    de: 'Bitte beantworten Sie die Fragen vor der Impfung schon zu Hause, dann geht es beim Termin schneller',
    en: 'Please answer the questions before the vaccination at home, then your appointment takes less time',
  },
  passTitle: { de: 'So kommt der Pass auf Ihr Telefon', en: 'How the pass gets onto your phone' },
  apple: {
    de: 'iPhone: Öffnen Sie den Anhang und tippen Sie auf „Hinzufügen“.',
    en: 'iPhone: open the attachment and tap “Add”.',
  },
  google: { de: 'Android: Pass in Google Wallet speichern', en: 'Android: save the pass to Google Wallet' },
  page: {
    de: 'Andere Geräte und Ausdruck: Seite mit Ihrem Pass öffnen',
    en: 'Other devices and printing: open the page with your pass',
  },
  ownTitle: { de: 'Ihr Pass', en: 'Your pass' },
  ownPage: {
    de: 'Seite mit Ihrem Pass und Ihren Terminen öffnen',
    en: 'Open the page with your pass and your appointments',
  },
  others: {
    de: 'Im selben Anhang liegen die Pässe Ihrer Familie: {number}',
    en: 'The same attachment holds the passes of your family: {number}',
  },
  googleOther: {
    de: 'Android: Pass {number} in Google Wallet speichern',
    en: 'Android: save pass {number} to Google Wallet',
  },
  number: { de: 'Nummer Ihres Passes: {number}', en: 'Number of your pass: {number}' },
  private: {
    de: 'Bitte leiten Sie diese E-Mail nicht weiter: Mit dem Pass kann jeder Ihre Termine sehen.',
    en: 'Please do not forward this mail: whoever has the pass can see your appointments.',
  },
  privateLink: {
    de: 'Bitte leiten Sie diese E-Mail nicht weiter: Mit dem Link kann jeder Ihre Termine sehen und ändern.',
    en: 'Please do not forward this mail: whoever has the link can see and change your appointments.',
  },
  calendar: {
    de: 'Der Termin liegt als Kalendereintrag bei.',
    en: 'The appointment is attached as a calendar entry.',
  },
  phone: { de: 'Telefon: {phone}', en: 'Phone: {phone}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

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
  calendar: {
    de: 'Der Termin liegt als Kalendereintrag bei.',
    en: 'The appointment is attached as a calendar entry.',
  },
  phone: { de: 'Telefon: {phone}', en: 'Phone: {phone}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

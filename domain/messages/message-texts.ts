import type { Bilingual } from '../kernel/bilingual.ts';
import type { MessageKind } from './message-kind.ts';

/**
 * What each message says. `%d` stands for the date it is about, `%c` for the centre. The subject names no vaccine
 * and no person: it is read on lock screens and by the provider.
 */
export const messageTexts: Readonly<Record<MessageKind, { subject: Bilingual; lead: Bilingual }>> = {
  'pass-ready': {
    subject: { de: 'Ihr Pass – %c', en: 'Your pass – %c' },
    lead: {
      de: 'Ihr Impfpass ist fertig. Bitte zeigen Sie ihn bei jedem Besuch im Impfzentrum.',
      en: 'Your vaccination pass is ready. Please show it each time you come to the centre.',
    },
  },
  'appointment-booked': {
    subject: { de: 'Ihr Termin am %d', en: 'Your appointment on %d' },
    lead: { de: 'Ihr Termin ist gebucht: %d.', en: 'Your appointment is booked: %d.' },
  },
  'appointment-moved': {
    subject: { de: 'Ihr Termin wurde verlegt: %d', en: 'Your appointment was moved: %d' },
    lead: {
      de: 'Ihr Termin wurde verlegt. Neu ist: %d. Der frühere Termin gilt nicht mehr.',
      en: 'Your appointment was moved. It now is: %d. The earlier one no longer holds.',
    },
  },
  'appointment-cancelled': {
    subject: { de: 'Ihr Termin am %d ist abgesagt', en: 'Your appointment on %d is cancelled' },
    lead: {
      de: 'Ihr Termin am %d ist abgesagt. Bitte kommen Sie nicht zu diesem Termin.',
      en: 'Your appointment on %d is cancelled. Please do not come to it.',
    },
  },
  'day-closed': {
    subject: { de: 'Ihr Termin am %d fällt aus', en: 'Your appointment on %d does not take place' },
    lead: {
      de: 'Das Impfzentrum ist an diesem Tag geschlossen. Ihr Termin am %d fällt leider aus. Bitte rufen Sie uns für einen neuen Termin an.',
      en: 'The centre is closed that day. We are sorry: your appointment on %d does not take place. Please call us for a new one.',
    },
  },
  'standby-offer': {
    subject: { de: 'Ein Termin ist frei: %d', en: 'An appointment is free: %d' },
    lead: {
      de: 'Ein Termin ist frei geworden: %d. Bitte rufen Sie uns gleich an, wenn Sie ihn möchten.',
      en: 'An appointment has become free: %d. Please call us at once if you would like it.',
    },
  },
  reminder: {
    subject: { de: 'Erinnerung: Ihr Termin am %d', en: 'Reminder: your appointment on %d' },
    lead: {
      de: 'Wir erinnern Sie an Ihren Termin: %d. Können Sie nicht kommen? Dann sagen Sie bitte rechtzeitig ab.',
      en: 'This is a reminder of your appointment: %d. If you cannot come, please tell us in good time.',
    },
  },
  'second-dose-reminder': {
    subject: { de: 'Ihr nächster Termin fehlt noch', en: 'Your next appointment is still missing' },
    lead: {
      de: 'Für Ihre nächste Impfung ist noch kein Termin gebucht. Bitte rufen Sie uns an.',
      en: 'No appointment is booked for your next vaccination yet. Please call us.',
    },
  },
};

/** The parts that messages share. */
export const messageWords = {
  greeting: { de: 'Guten Tag %n,', en: 'Dear %n,' },
  dates: { de: 'Ihre Termine', en: 'Your appointments' },
  furtherDates: { de: 'Weitere Termine', en: 'Further appointments' },
  dose: { de: '%k. Impfung', en: 'Vaccination %k' },
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
    de: 'Im selben Anhang liegen die Pässe Ihrer Familie: %p',
    en: 'The same attachment holds the passes of your family: %p',
  },
  googleOther: {
    de: 'Android: Pass %p in Google Wallet speichern',
    en: 'Android: save pass %p to Google Wallet',
  },
  number: { de: 'Nummer Ihres Passes: %p', en: 'Number of your pass: %p' },
  private: {
    de: 'Bitte leiten Sie diese E-Mail nicht weiter: Mit dem Pass kann jeder Ihre Termine sehen.',
    en: 'Please do not forward this mail: whoever has the pass can see your appointments.',
  },
  calendar: {
    de: 'Der Termin liegt als Kalendereintrag bei.',
    en: 'The appointment is attached as a calendar entry.',
  },
  phone: { de: 'Telefon: %t', en: 'Phone: %t' },
} as const satisfies Readonly<Record<string, Bilingual>>;

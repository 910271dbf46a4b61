import type { Bilingual } from '../kernel/bilingual.ts';
import type { MessageFacts } from './message-facts.ts';

/** Names no person: it is read on lock screens and by the provider. */
export const bookedAgainSubject: Bilingual = {
  de: 'Sie haben schon eine Buchung – {centre}',
  en: 'You already have a booking – {centre}',
};

const again: Bilingual = {
  de: 'Mit Ihrem Namen, Ihrem Geburtsdatum und Ihrer E-Mail-Adresse oder Telefonnummer wurde eben noch einmal online gebucht.',
  en: 'Your name, your date of birth and your e-mail address or phone number were just used to book online once more.',
};

const withDates: Bilingual = {
  de: 'Sie haben schon eine Buchung. Ihre Termine daraus stehen unten und gelten weiter. Termine, die Sie nicht brauchen, sagen Sie bitte auf Ihrer persönlichen Seite ab.',
  en: 'You already have a booking. Its appointments are below and still hold. Please cancel those that you do not need on your personal page.',
};

const withoutDates: Bilingual = {
  de: 'Sie haben bei uns schon einen Pass; offene Termine stehen darin nicht.',
  en: 'You already have a pass with us; it has no open appointments.',
};

const notYou: Bilingual = {
  de: 'Haben Sie nicht noch einmal gebucht? Dann rufen Sie uns bitte an.',
  en: 'Was it not you who booked again? Then please call us.',
};

const cancelHere: Bilingual = { de: 'Termine ansehen und absagen', en: 'See and cancel appointments' };

/** What the earlier booking is told when somebody books online with the same details: what holds, and how to cancel it. */
export function bookedAgainLines({ language, openAppointments, pass }: MessageFacts) {
  const hasDates = openAppointments.length > 0;
  return [
    { text: again[language] },
    { text: (hasDates ? withDates : withoutDates)[language] },
    ...(hasDates && pass?.handOverLink ? [{ text: cancelHere[language], url: pass.handOverLink }] : []),
    { text: notYou[language] },
  ];
}

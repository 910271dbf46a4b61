import type { Bilingual } from '../kernel/bilingual.ts';
import type { MessageAppointment, MessageFacts } from './message-facts.ts';
import type { MessageBlock, MessageLine } from './message-lines.ts';

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

const chooseOne: Bilingual = {
  de: 'Damit haben Sie jetzt zwei Buchungen. Bitte behalten Sie nur die Termine, zu denen Sie kommen: Die anderen sagen wir dann ab, und die Plätze werden für andere frei.',
  en: 'So you now have two bookings. Please keep only the appointments that you will come to: we then cancel the others, and their places are free for other people.',
};

const earlierHolds: Bilingual = {
  de: 'Damit haben Sie jetzt zwei Buchungen. Zur früheren ist schon eine Impfung oder ein Besuch eingetragen, und die neue würde wieder mit einer ersten Impfung beginnen. Deshalb können Sie hier nur die früheren Termine behalten; die neuen sagen wir dann ab, und die Plätze werden für andere frei. Passen die früheren nicht, dann verschieben Sie sie bitte auf Ihrer persönlichen Seite.',
  en: 'So you now have two bookings. A vaccination or a visit is on record for the earlier one, and the new one would begin with a first vaccination again. So you can keep only the earlier appointments here; we then cancel the new ones, and their places are free for other people. If the earlier ones do not suit you, please move them on your personal page.',
};

const titles = {
  earlier: { de: 'Frühere Buchung', en: 'Earlier booking' },
  again: { de: 'Neue Buchung', en: 'New booking' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const keepThese: Bilingual = { de: 'Diese Termine behalten', en: 'Keep these appointments' };

const seeAndMove: Bilingual = { de: 'Termine ansehen und verschieben', en: 'See and move appointments' };

const cancelHere: Bilingual = { de: 'Termine ansehen und absagen', en: 'See and cancel appointments' };

/** What the earlier booking is told when somebody books online with the same details: what holds, and how to end it. */
export function bookedAgainLines({ language, openAppointments, pass, choice }: MessageFacts): MessageLine[] {
  const hasDates = openAppointments.length > 0;
  if (choice) {
    const page = pass?.handOverLink;
    const move =
      choice.again.keepLink === undefined && page ? [{ text: seeAndMove[language], url: page }] : [];
    const how = choice.again.keepLink === undefined ? earlierHolds : chooseOne;
    return [{ text: again[language] }, { text: how[language] }, ...move, { text: notYou[language] }];
  }
  return [
    { text: again[language] },
    { text: (hasDates ? withDates : withoutDates)[language] },
    ...(hasDates && pass?.handOverLink ? [{ text: cancelHere[language], url: pass.handOverLink }] : []),
    { text: notYou[language] },
  ];
}

/** The dates of both bookings, each with the link that keeps them. */
export function choiceBlocks(
  { language, choice }: MessageFacts,
  lineOf: (date: MessageAppointment) => MessageLine,
): MessageBlock[] {
  if (!choice) return [];
  return (['earlier', 'again'] as const).map((which) => {
    const { dates, keepLink } = choice[which];
    const link = keepLink === undefined ? [] : [{ text: keepThese[language], url: keepLink }];
    return { title: titles[which][language], lines: [...dates.map(lineOf), ...link] };
  });
}

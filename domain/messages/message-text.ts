import type { Language } from '../kernel/bilingual.ts';
import { fillText } from '../kernel/fill-text.ts';
import { momentWords } from '../passes/pass-words.ts';
import { bookedAgainLines, bookedAgainSubject, choiceBlocks } from './booked-again.ts';
import type { MessageAppointment, MessageFacts, MessagePass } from './message-facts.ts';
import { type MessageKind, messageTable } from './message-kind.ts';
import type { MessageBlock, MessageLine } from './message-lines.ts';
import { messageParts } from './message-texts.ts';

/** Whoever reads these is expected at the centre. */
const asksAhead: readonly MessageKind[] = [
  'pass-ready',
  'appointment-booked',
  'appointment-moved',
  'reminder',
];

/** A message as lines and links, before it is plain text or HTML. Every text is one line. */
export interface MessageText {
  readonly subject: string;
  readonly greeting: string;
  readonly blocks: readonly MessageBlock[];
  readonly signature: readonly string[];
}

/** What the message says, in the person's language and by the centre's clock. */
export function messageText(facts: MessageFacts): MessageText {
  const { language, centre, appointment, person } = facts;
  const { subject, lead } = messageTable[facts.message];
  const date = appointment ? momentWords(appointment.startsAt, centre.timeZone, language) : '';
  const fill = (text: string) => filled(text, { date, centre: centre.name });
  const name = `${person.givenName} ${person.familyName}`.trim();
  return {
    subject: fill((facts.isBookedAgain ? bookedAgainSubject : subject)[language]),
    greeting: filled(messageParts.greeting[language], { name }),
    blocks: [
      {
        lines: [
          ...(facts.isBookedAgain ? bookedAgainLines(facts) : [{ text: fill(lead[language]) }]),
          ...calendarLine(facts),
        ],
      },
      ...choiceBlocks(facts, (date) => dateLine(date, facts)),
      ...passBlock(facts),
      ...(facts.choice ? [] : datesBlock(facts)),
      ...questionsBlock(facts),
      ...bringBlock(facts),
    ],
    signature: [
      centre.name,
      ...(centre.street ? [centre.street] : []),
      ...(centre.phone ? [filled(messageParts.phone[language], { phone: centre.phone })] : []),
    ].map(oneLine),
  };
}

/** Control characters and line ends have no place in a line of a mail, least of all in its subject. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return oneLine(fillText(text, values));
}

function calendarLine({ hasCalendar, language }: MessageFacts): MessageLine[] {
  return hasCalendar ? [{ text: messageParts.calendar[language] }] : [];
}

function passBlock({ pass, language }: MessageFacts): MessageBlock[] {
  if (!pass) return [];
  const words = messageParts;
  return [
    {
      title: (pass.hasFile ? words.passTitle : words.ownTitle)[language],
      lines: [
        ...(pass.hasFile ? [{ text: words.apple[language] }] : []),
        ...(pass.googleLink ? [{ text: words.google[language], url: pass.googleLink }] : []),
        ...(pass.handOverLink
          ? [{ text: (pass.hasFile ? words.page : words.ownPage)[language], url: pass.handOverLink }]
          : []),
        { text: filled(words.number[language], { number: pass.shortNumber }) },
        ...familyLines(pass, language),
        { text: (pass.hasFile ? words.private : words.privateLink)[language] },
      ],
    },
  ];
}

function familyLines({ others = [] }: MessagePass, language: Language): MessageLine[] {
  if (others.length === 0) return [];
  const numbers = others.map(({ shortNumber }) => shortNumber).join(', ');
  return [
    { text: filled(messageParts.others[language], { number: numbers }) },
    ...others.flatMap(({ shortNumber, googleLink }) =>
      googleLink
        ? [{ text: filled(messageParts.googleOther[language], { number: shortNumber }), url: googleLink }]
        : [],
    ),
  ];
}

function datesBlock(facts: MessageFacts): MessageBlock[] {
  const { openAppointments, appointment, language } = facts;
  const others = openAppointments.filter(({ startsAt }) => startsAt !== appointment?.startsAt);
  if (others.length === 0) return [];
  const title = appointment ? messageParts.furtherDates : messageParts.dates;
  return [{ title: title[language], lines: others.map((date) => dateLine(date, facts)) }];
}

function dateLine({ plannedDose, startsAt }: MessageAppointment, { centre, language }: MessageFacts) {
  const dose = filled(messageParts.dose[language], { dose: String(plannedDose) });
  return { text: `${dose}: ${momentWords(startsAt, centre.timeZone, language)}` };
}

/** Not where a date ends, nor where it is still to be chosen which of two holds. */
function questionsBlock({
  message,
  questionsLink,
  choice,
  isBookedAgain,
  language,
}: MessageFacts): MessageBlock[] {
  if (!questionsLink || choice || isBookedAgain || !asksAhead.includes(message)) return [];
  return [{ lines: [{ text: messageParts.questions[language], url: questionsLink }] }];
}

function bringBlock({ message, openAppointments, language }: MessageFacts): MessageBlock[] {
  const isInvited = message !== 'day-closed' && message !== 'appointment-cancelled';
  if (!isInvited || openAppointments.length === 0) return [];
  return [{ lines: [{ text: messageParts.bring[language] }] }];
}

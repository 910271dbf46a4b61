import PDFDocument from 'pdfkit';
import type { AdverseEventView } from '../contracts/ipc/adverse-events-contract.ts';
import type { Language } from '../domain/kernel/bilingual.ts';
import { formatDate } from '../domain/kernel/format-date.ts';
import { clockTimeAt, type Instant, plainDateAt, type TimeZone } from '../domain/kernel/instant.ts';
import type { PersonDetails } from '../domain/people/events.ts';
import { adverseEventTexts } from './adverse-event-texts.ts';
import { type PaperLine, PaperPage } from './paper-page.ts';
import { pdfBytes } from './pdf-bytes.ts';

/** One reaction with all that the health office asks for (§ 9 (1) IfSG). */
export interface AdverseEventPaper {
  readonly centre: {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly timeZone: TimeZone;
  };
  readonly details: PersonDetails;
  readonly reaction: AdverseEventView;
  readonly madeAt: Instant;
}

export async function adverseEventPdf(paper: AdverseEventPaper, language: Language): Promise<Uint8Array> {
  const words = adverseEventTexts[language];
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: language,
    displayTitle: true,
    font: '',
    info: {
      Title: words.title,
      Author: paper.centre.name,
      Creator: 'Impfpass Station',
      CreationDate: new Date(paper.madeAt),
    },
  });
  const done = pdfBytes(document);
  const page = new PaperPage(document);
  page.heading(words.title, 17);
  page.text(words.law);
  for (const [heading, lines] of sectionsOf(paper, language)) page.section(heading, lines);
  document.end();
  return done;
}

function sectionsOf(
  { centre, details, reaction, madeAt }: AdverseEventPaper,
  language: Language,
): (readonly [string, readonly PaperLine[]])[] {
  const words = adverseEventTexts[language];
  const { fields } = words;
  const at = (instant: Instant) =>
    `${formatDate(plainDateAt(instant, centre.timeZone), language)}, ${clockTimeAt(instant, centre.timeZone)}`;
  const { dose, beganAt, course, dueAt, reported } = reaction;
  return [
    [
      words.person,
      filled([
        [fields.name, `${details.familyName}, ${details.givenName}`],
        [fields.birthDate, formatDate(details.birthDate, language)],
        [fields.sex, details.sex && words.sexes[details.sex]],
        [fields.address, [details.street, details.postcode, details.city].filter(Boolean).join(', ')],
        [fields.phone, details.phone],
        [fields.email, details.email],
      ]),
    ],
    [
      words.dose,
      dose
        ? filled([
            [fields.vaccine, dose.productName],
            [fields.lot, dose.lot],
            [fields.givenOn, formatDate(dose.givenOn, language)],
            [fields.ordinal, String(dose.ordinal)],
          ])
        : [],
    ],
    [
      words.reaction,
      filled([
        [fields.kinds, reaction.kinds.map((kind) => words.kinds[kind]).join(', ')],
        [fields.beganAt, beganAt && at(beganAt)],
        [fields.course, course && words.courses[course]],
        [fields.description, reaction.description],
        [fields.measures, reaction.measures],
      ]),
    ],
    [
      words.reporter,
      filled([
        [fields.centre, `${centre.name}, ${centre.address}`],
        [fields.phone, centre.phone],
        [fields.by, reaction.by],
        [fields.knownAt, at(reaction.knownAt)],
        [fields.dueAt, dueAt && at(dueAt)],
        [
          fields.reported,
          reported && `${at(reported.at)} · ${words.ways[reported.way]} ${reported.office ?? ''}`,
        ],
        [fields.madeAt, at(madeAt)],
        [fields.signature, ' '],
      ]),
    ],
  ];
}

function filled(lines: readonly (readonly [string, string | undefined])[]): PaperLine[] {
  return lines.flatMap(([label, value]): PaperLine[] => (value ? [[label, value.trim()]] : []));
}

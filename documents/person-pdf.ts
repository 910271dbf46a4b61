import PDFDocument from 'pdfkit';
import type { PersonExport } from '../contracts/exports/person-export.ts';
import type { Language } from '../domain/kernel/bilingual.ts';
import { formatDate } from '../domain/kernel/format-date.ts';
import { clockTimeAt, type Instant, plainDateAt } from '../domain/kernel/instant.ts';
import { adverseEventTexts } from './adverse-event-texts.ts';
import { type PaperLine, PaperPage } from './paper-page.ts';
import { pdfBytes } from './pdf-bytes.ts';
import { detailLines } from './person-pdf-details.ts';
import { doseSections } from './person-pdf-doses.ts';
import { stepsSections } from './person-pdf-steps.ts';
import { type PersonTexts, personTexts } from './person-pdf-texts.ts';

/**
 * The export for people to read. A script that the fonts here lack (Arabic, for instance) is shown as question marks,
 * and a line says that the data file has it whole.
 */
export async function personPdf(exported: PersonExport, language: Language): Promise<Uint8Array> {
  const words = personTexts[language];
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: language,
    displayTitle: true,
    font: '',
    info: {
      Title: words.title,
      Author: exported.centre.name,
      Creator: 'Impfpass Station',
      CreationDate: new Date(exported.exportedAt),
    },
  });
  const done = pdfBytes(document);
  const page = new PaperPage(document);
  page.heading(words.title, 17);
  page.text(`${exported.centre.name} · ${exported.centre.address} · ${exported.centre.phone}`);
  page.text(words.asOf(moment(exported.exportedAt, exported, language)));
  if (hasForeignScript(exported)) page.text(words.scripts);
  for (const { heading, lines } of personSections(exported, language)) page.section(heading, lines);
  document.end();
  return done;
}

/** What stands in it, in its order. */
export function personSections(
  exported: PersonExport,
  language: Language,
): { heading: string; lines: PaperLine[] }[] {
  const words = personTexts[language];
  const at = (instant: Instant) => moment(instant, exported, language);
  const none: PaperLine[] = [['', words.none]];
  const lines = <Item>(items: readonly Item[], make: (item: Item) => PaperLine): PaperLine[] =>
    items.length === 0 ? none : items.map(make);
  return [
    { heading: words.details, lines: detailLines(exported, words, language) },
    ...doseSections(exported, words, language, at),
    ...medicalSections(exported, words, language, at),
    ...stepsSections(exported, words, at),
    {
      heading: words.appointments,
      lines: lines(exported.appointments, (date) => [
        at(date.startsAt),
        `${words.dose(date.plannedDose)} · ${words.status[date.status]} ${[date.centre, date.externalId].filter(Boolean).join(' · ')}`.trim(),
      ]),
    },
    {
      heading: words.passes,
      lines: lines(exported.passes, (pass) => [
        pass.number,
        pass.isVoided ? words.passVoided : words.passValid,
      ]),
    },
    {
      heading: words.consents,
      lines: lines(exported.consents, (consent) => [
        at(consent.recordedAt),
        `${words.email}: ${consent.isGiven ? words.given : words.withdrawn}${by(consent.by)}`,
      ]),
    },
    {
      heading: words.vaccinationConsents,
      lines: lines(exported.vaccinationConsents, (consent) => [
        at(consent.recordedAt),
        [
          consent.vaccine,
          consentWords(consent, words),
          consent.by,
          consent.withdrawn && `${words.withdrawnAt} ${at(consent.withdrawn.recordedAt)}`,
          consent.withdrawn?.reason,
        ]
          .filter(Boolean)
          .join(' · '),
      ]),
    },
    {
      heading: words.deliveries,
      lines: lines(exported.deliveries, ({ at: when, what, way }) => [
        at(when),
        `${words.what[what]} (${words.ways[way]})`,
      ]),
    },
    {
      heading: words.views,
      lines: lines(exported.views, (view) => [at(view.at), words.why[view.why] + by(view.by)]),
    },
    {
      heading: words.versions,
      lines: exported.versions.map((version) => [
        at(version.recordedAt) + by(version.by),
        detailLines({ details: version.details }, words, language)
          .map(([label, value]) => `${label}: ${value}`)
          .join('; '),
      ]),
    },
    ...(exported.linkedRecords.length > 0
      ? [
          {
            heading: words.linked,
            lines: exported.linkedRecords.map(
              (other): PaperLine => [formatDate(other.birthDate, language), other.name],
            ),
          },
        ]
      : []),
    { heading: words.purpose, lines: [['', exported.purpose[language]]] },
  ];
}

/** What was asked and said before doses, a line for each answer; nothing where there was none. */
function answersSection(
  heading: string,
  told: NonNullable<PersonExport['screenings']>,
  words: PersonTexts,
  language: Language,
  at: (instant: Instant) => string,
): { heading: string; lines: PaperLine[] }[] {
  const lines = told.flatMap(({ at: when, answers, reason, againstRecord = [] }): PaperLine[] => [
    ...(reason ? [[at(when), `${words.askedAgain}: ${reason}`] as const] : []),
    ...answers.map(({ id, question, isYes }): PaperLine => {
      const isAgainst = againstRecord.some((each) => each.id === id);
      const said = `${question[language]} ${isYes ? words.yes : words.no}`;
      return [at(when), isAgainst ? `${said} (${words.againstRecord})` : said];
    }),
  ]);
  return lines.length === 0 ? [] : [{ heading, lines }];
}

/** What those who treat wrote; where whoever takes the file may not read it, one line says from whom to have it. */
function medicalSections(
  {
    isMedicalWithheld,
    reactions = [],
    doseReasons = [],
    screenings = [],
    screeningsAhead = [],
  }: PersonExport,
  words: PersonTexts,
  language: Language,
  at: (instant: Instant) => string,
): { heading: string; lines: PaperLine[] }[] {
  if (isMedicalWithheld) return [{ heading: words.reactions, lines: [['', words.withheld]] }];
  const { kinds, courses } = adverseEventTexts[language];
  return [
    {
      heading: words.reactions,
      lines:
        reactions.length === 0
          ? [['', words.none]]
          : reactions.map(
              (each): PaperLine => [
                at(each.beganAt ?? each.knownAt),
                [
                  each.kinds.map((kind) => kinds[kind]).join(', '),
                  each.product && `${each.product}, ${words.lot} ${each.lot}`,
                  each.course && courses[each.course],
                  each.description,
                  each.measures,
                  each.by,
                  each.reported &&
                    `${words.reported} ${at(each.reported.at)} ${each.reported.office ?? ''}`.trim(),
                ]
                  .filter(Boolean)
                  .join(' · '),
              ],
            ),
    },
    ...answersSection(words.screenings, screenings, words, language, at),
    ...answersSection(words.screeningsAhead, screeningsAhead, words, language, at),
    ...(doseReasons.length === 0
      ? []
      : [
          {
            heading: words.doseReasons,
            lines: doseReasons.map(
              ({ at: when, what, reason, by: whom, approvedBy }): PaperLine => [
                at(when),
                [words.reasonFor[what], reason, whom, approvedBy].filter(Boolean).join(' · '),
              ],
            ),
          },
        ]),
  ];
}

function consentWords(
  { form, party }: PersonExport['vaccinationConsents'][number],
  words: PersonTexts,
): string {
  if (!form || !party) return '';
  const how = words.consentKinds[form.kind] + (form.kind === 'paper' ? ` (${form.reference})` : '');
  const who = words.consentingParty[party.who];
  return party.who === 'guardian' ? `${how}, ${who} ${party.name}` : `${how}, ${who}`;
}

function by(name: string | undefined): string {
  return name ? ` (${name})` : '';
}

function moment(at: Instant, { centre }: PersonExport, language: Language): string {
  return `${formatDate(plainDateAt(at, centre.timeZone), language)}, ${clockTimeAt(at, centre.timeZone)}`;
}

function hasForeignScript({ details }: PersonExport): boolean {
  return /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/u.test(
    [details.givenName, details.familyName, details.street, details.city].join(''),
  );
}

import type { PersonExport } from '../contracts/exports/person-export.ts';
import type { Language } from '../domain/kernel/bilingual.ts';
import { formatDate } from '../domain/kernel/format-date.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { PaperLine } from './paper-page.ts';
import type { PersonTexts } from './person-pdf-texts.ts';

/** The doses as they stand, and what was corrected of them; corrections of paper only where there are any. */
export function doseSections(
  { doses, doseCorrections, paperDoseCorrections }: PersonExport,
  words: PersonTexts,
  language: Language,
  at: (instant: Instant) => string,
): { heading: string; lines: PaperLine[] }[] {
  const none: PaperLine[] = [['', words.none]];
  const given = doses.map(
    (dose): PaperLine => [
      formatDate(dose.givenOn, language),
      joined(
        words.dose(dose.ordinal),
        dose.product,
        dose.elsewhere && elsewhereWords(dose.elsewhere, words),
        dose.lot && `${words.lot} ${dose.lot}`,
        dose.indication && words.indications[dose.indication],
        dose.vaccinator,
        dose.correctedAt && words.correctedAt(at(dose.correctedAt)),
        dose.isVoided && words.voided,
        dose.recordedAs && words.recordedAs(dose.recordedAs),
      ),
    ],
  );
  const corrected = doseCorrections.map(
    ({ recordedAt, by, approvedBy, note, before, after }): PaperLine => [
      at(recordedAt),
      joined(
        `${doseFacts(before, words, language)} → ${doseFacts(after, words, language)}`,
        note,
        by,
        approvedBy,
      ),
    ],
  );
  const paper = paperDoseCorrections.map(
    ({ recordedAt, by, note, before, after }): PaperLine => [
      at(recordedAt),
      joined(`${paperWords(before, language)} → ${paperWords(after, language)}`, note, by),
    ],
  );
  return [
    { heading: words.doses, lines: given.length === 0 ? none : given },
    { heading: words.doseCorrections, lines: corrected.length === 0 ? none : corrected },
    ...(paper.length === 0 ? [] : [{ heading: words.paperDoseCorrections, lines: paper }]),
  ];
}

function elsewhereWords(
  { issuer, paper }: NonNullable<PersonExport['doses'][number]['elsewhere']>,
  words: PersonTexts,
): string {
  return paper ? words.onPaper(paper.page, paper.seenBy ?? '–') : words.elsewhere(issuer);
}

function paperWords(
  { givenOn, productName, page, lot }: PersonExport['paperDoseCorrections'][number]['before'],
  language: Language,
): string {
  return [formatDate(givenOn, language), productName, page, lot].filter(Boolean).join(', ');
}

function doseFacts(
  facts: PersonExport['doseCorrections'][number]['before'],
  words: PersonTexts,
  language: Language,
): string {
  const { product, lot, expiresOn, site, route, amountMl, givenOn, vaccinator, indication } = facts;
  return [
    formatDate(givenOn, language),
    product,
    `${words.lot} ${lot}`,
    expiresOn && `${words.expiresOn} ${formatDate(expiresOn, language)}`,
    words.sites[site],
    route && words.routes[route],
    amountMl === undefined ? '' : `${amountMl.toLocaleString(language)} ml`,
    vaccinator,
    indication && words.indications[indication],
  ]
    .filter(Boolean)
    .join(', ');
}

function joined(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

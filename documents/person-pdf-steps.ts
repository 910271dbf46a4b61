import type { PersonExport } from '../contracts/exports/person-export.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { PaperLine } from './paper-page.ts';
import type { PersonTexts } from './person-pdf-texts.ts';

/** What was done before doses and instead of messages; only what there is has a heading. */
export function stepsSections(
  { identityChecks, screeningClearings = [], unsentMessages }: PersonExport,
  words: PersonTexts,
  at: (instant: Instant) => string,
): { heading: string; lines: PaperLine[] }[] {
  const sections = [
    {
      heading: words.identityChecks,
      lines: identityChecks.map(
        (check): PaperLine => [at(check.at), joined(check.proof && words.proofs[check.proof], check.by)],
      ),
    },
    {
      heading: words.screeningClearings,
      lines: screeningClearings.map(
        (clearing): PaperLine => [at(clearing.at), joined(clearing.reason, clearing.by)],
      ),
    },
    {
      heading: words.unsentMessages,
      lines: unsentMessages.map(
        (message): PaperLine => [
          at(message.at),
          joined(words.what[message.what], message.reason, message.by),
        ],
      ),
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function joined(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

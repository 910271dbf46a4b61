import type { Bilingual } from '../kernel/bilingual.ts';
import { formatDate } from '../kernel/format-date.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { productOf } from '../products/catalogue.ts';
import { reactionWords } from '../vaccination/reaction-sentence.ts';
import type { KnownFact } from './known-answers.ts';

/** For whoever asks, beside the question; of what is medical. */
export function knownFactSentence(fact: KnownFact): Bilingual {
  switch (fact.kind) {
    case 'dose':
      return doseSentence(fact);
    case 'reaction': {
      const { de, en } = reactionWords(fact);
      return { de: `Laut Akte: ${de}.`, en: `By the record: ${en}.` };
    }
    case 'said': {
      const { de, en } = dates(fact.on);
      return {
        de: `Am ${de} hier mit Ja beantwortet. Gilt das noch?`,
        en: `Answered with yes here on ${en}. Does it still hold?`,
      };
    }
  }
}

function doseSentence({
  on,
  isDayKnown,
  ordinal,
  productId,
  says,
}: Extract<KnownFact, { kind: 'dose' }>): Bilingual {
  const { de, en } = dates(on);
  const name = productOf(productId)?.name ?? productId;
  const head = isDayKnown
    ? {
        de: `Laut Akte: ${ordinal}.\u00a0Dosis ${name} am ${de}.`,
        en: `By the record: dose ${ordinal} of ${name} on ${en}.`,
      }
    : {
        de: `Laut Akte: ${ordinal}.\u00a0Dosis ${name}, Tag unbekannt, spätestens am ${de}.`,
        en: `By the record: dose ${ordinal} of ${name}, day unknown, on ${en} at the latest.`,
      };
  if (says !== 'aside') return head;
  return {
    de: `${head.de} Sie gehört zu dieser Impfserie und ist hier nicht gemeint; den Abstand prüft das Impfschema.`,
    en: `${head.en} It is of this series and not what is asked for here; the schedule checks the interval.`,
  };
}

function dates(on: PlainDate): Bilingual {
  return { de: formatDate(on, 'de'), en: formatDate(on, 'en') };
}

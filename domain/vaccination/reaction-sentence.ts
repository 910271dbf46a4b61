import type { Bilingual } from '../kernel/bilingual.ts';
import { formatDate } from '../kernel/format-date.ts';
import { productOf } from '../products/catalogue.ts';
import type { ReactionKind } from './adverse-events.ts';
import type { DoseReaction, ReactionFinding } from './earlier-reactions.ts';

const kindWords: Readonly<Record<ReactionKind, Bilingual>> = {
  local: { de: 'starke Reaktion an der Einstichstelle', en: 'strong reaction at the injection site' },
  fever: { de: 'Fieber', en: 'fever' },
  syncope: { de: 'Ohnmacht', en: 'fainting' },
  allergic: { de: 'allergische Reaktion', en: 'allergic reaction' },
  anaphylaxis: { de: 'Anaphylaxie', en: 'anaphylaxis' },
  neurological: { de: 'neurologische Reaktion', en: 'neurological reaction' },
  other: { de: 'andere Reaktion', en: 'another reaction' },
};

/** Which dose it was, how somebody reacted and since when; no sentence yet. */
export function reactionWords({
  ordinal,
  productId,
  kinds,
  beganOn,
}: Pick<ReactionFinding, 'ordinal' | 'productId'> & Pick<DoseReaction, 'kinds' | 'beganOn'>): Bilingual {
  const name = productOf(productId)?.name ?? productId;
  const de = kinds.length > 0 ? kinds.map((kind) => kindWords[kind].de).join(', ') : 'eine Reaktion';
  const en = kinds.length > 0 ? kinds.map((kind) => kindWords[kind].en).join(', ') : 'a reaction';
  const onDe = beganOn ? ` am ${formatDate(beganOn, 'de')}` : '';
  const onEn = beganOn ? ` on ${formatDate(beganOn, 'en')}` : '';
  return {
    de: `Nach der ${ordinal}.\u00a0Dosis ${name}: ${de}${onDe}`,
    en: `After dose ${ordinal} of ${name}: ${en}${onEn}`,
  };
}

/** For whoever may read what is medical. */
export function reactionSentence({ warning, reaction, ordinal, productId }: ReactionFinding): Bilingual {
  const { kinds, beganOn, isOngoing } = reaction;
  const head = reactionWords({ ordinal, productId, kinds, ...(beganOn ? { beganOn } : {}) });
  if (warning === 'person-died')
    return {
      de: `${head.de}. Laut Meldung ist diese Person verstorben: keine Dosis. Bitte die Person und ihre Akte prüfen.`,
      en: `${head.en}. By the report this person has died: no dose. Please check the person and their record.`,
    };
  const ongoing = isOngoing
    ? { de: ', nicht als abgeklungen gemeldet', en: ', not reported as over' }
    : { de: '', en: '' };
  const ask =
    warning === 'severe-reaction' || reaction.isSevere
      ? { de: ' Ärztlich entscheiden.', en: ' A doctor decides.' }
      : { de: '', en: '' };
  return { de: `${head.de}${ongoing.de}.${ask.de}`, en: `${head.en}${ongoing.en}.${ask.en}` };
}

/** For everybody else: what is to be done, and nothing of why. */
export const neutralStop: Bilingual = {
  de: 'Bitte ärztlich klären lassen, bevor es weitergeht.',
  en: 'Please have a doctor settle this before going on.',
};

import { type Bilingual, inBoth } from '../kernel/bilingual.ts';
import type { PassId } from '../kernel/ids.ts';
import type { TimeZone } from '../kernel/instant.ts';
import type { PassContent } from './pass-content.ts';
import type { PassField } from './pass-fields.ts';
import type { PassTemplate } from './pass-template.ts';
import { shortNumberOf } from './short-number.ts';

/** A void pass that says of nobody anything, without a code to scan. */
export interface BlankContent extends Omit<PassContent, 'barcode'> {
  readonly barcode?: undefined;
}

/**
 * What the card of somebody who was erased says from then on: made from the pass's id and its look alone, since of the
 * person nothing is left. Texts of the template that could name a person or a vaccine are not taken. Phones
 * announce nothing.
 */
export function blankContent(
  passId: PassId,
  template: Pick<PassTemplate, 'organisationName'>,
  timeZone: TimeZone,
): BlankContent {
  const centre = inBoth(template.organisationName);
  return {
    passId,
    shortNumber: shortNumberOf(passId),
    description: { de: `Ungültige Karte, ${centre.de}`, en: `Void card, ${centre.en}` },
    logoText: centre,
    timeZone,
    fields: {
      header: [],
      primary: [field('next-appointment', { de: 'Status', en: 'Status' }, voidWords)],
      secondary: [],
      auxiliary: [],
      back: [field('message', { de: 'Hinweis', en: 'Note' }, noteWords)],
    },
    relevantAt: [],
    locations: [],
    isVoided: true,
  };
}

const voidWords = { de: 'Karte ungültig', en: 'Card is void' };
const noteWords = {
  de: 'Diese Karte gilt nicht mehr und enthält keine persönlichen Daten. Sie können sie löschen.',
  en: 'This card is no longer valid and holds no personal data. You can delete it.',
};

function field(key: PassField['key'], label: Bilingual, text: Bilingual): PassField {
  return { key, label, value: { kind: 'text', text } };
}

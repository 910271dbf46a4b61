/** The languages of the product: what a person, a screen and a paper can speak. */
export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in both languages of the product. */
export interface Bilingual {
  readonly de: string;
  readonly en: string;
}

/** What reads the same in both: names, numbers, addresses. */
export function inBoth(text: string): Bilingual {
  return { de: text, en: text };
}

/** Both languages made the same way. */
export function inEach(make: (language: Language) => string): Bilingual {
  return { de: make('de'), en: make('en') };
}

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
export function inEach(make: (language: 'de' | 'en') => string): Bilingual {
  return { de: make('de'), en: make('en') };
}

import { type Bilingual, inBoth, type Language } from '../kernel/bilingual.ts';
import type { PassFacts } from './pass-facts.ts';

/** What a text of a template may leave open, written in braces: `Willkommen bei {centre}`. */
export const placeholders = ['centre', 'phone', 'product', 'disease', 'doses', 'name'] as const;
export type Placeholder = (typeof placeholders)[number];

/** The text with the facts in place of its placeholders; what a pass does not know is left out. */
export function fillPlaceholders(text: Bilingual, facts: PassFacts): Bilingual {
  if (!text.de.includes('{') && !text.en.includes('{')) return text;
  const fill = (language: Language) =>
    text[language].replace(inBraces, (whole, name: string) =>
      isPlaceholder(name) ? values[name](facts)[language] : whole,
    );
  return { de: fill('de'), en: fill('en') };
}

/** What stands in braces and is no placeholder: a slip of the pen that every pass would show. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(inBraces)].map(([, name = '']) => name).filter((name) => !isPlaceholder(name));
}

const inBraces = /\{([^{}]*)\}/g;

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

const values: Record<Placeholder, (facts: PassFacts) => Bilingual> = {
  centre: ({ centre }) => inBoth(centre.name),
  phone: ({ centre }) => inBoth(centre.phone ?? ''),
  product: ({ product }) => inBoth(product.name),
  disease: ({ product }) => product.disease,
  doses: ({ plannedDoses }) => inBoth(String(plannedDoses)),
  name: ({ person }) => inBoth(person ? `${person.givenName} ${person.familyName}`.trim() : ''),
};

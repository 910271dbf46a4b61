import type { ProductId } from '../../kernel/ids.ts';

const codes: Readonly<Record<string, string>> = {
  comirnaty: 'covid-mrna',
  spikevax: 'covid-mrna',
  'flucelvax-tetra': 'influenza',
  'm-m-rvaxpro': 'mmr',
  'hbvaxpro-10': 'hepatitis-b',
  'fsme-immun': 'fsme-immun',
  imvanex: 'mva-bn',
};

/** What the German schedules call a product of the catalogue; undefined for one that they do not name. */
export function scheduleCodeOf(productId: ProductId): string | undefined {
  return codes[productId];
}

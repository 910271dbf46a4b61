import type { ProductId } from '../kernel/ids.ts';
import { products } from './catalogue.ts';
import type { Product } from './product.ts';

/** What else lists call a product, folded. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  comirnaty: ['biontech', 'biontechpfizer', 'pfizer', 'pfizerbiontech', 'bnt162b2'],
  spikevax: ['moderna', 'mrna1273'],
  'flucelvax-tetra': ['flucelvax'],
  'm-m-rvaxpro': ['mmr', 'mmrvaxpro'],
  'hbvaxpro-10': ['hbvaxpro'],
  'fsme-immun': ['fsme', 'fsmeimmun', 'ticovac'],
  imvanex: ['jynneos'],
};

/**
 * The product that a list means: by its name, by an ATC code or by the GTIN or PZN of its vials. Where a code stands
 * for several, the one that the centre gives; undefined where that is not one.
 */
export function findProduct(
  text: string,
  active: readonly ProductId[],
  vialCodes: ReadonlyMap<string, ProductId>,
): ProductId | undefined {
  const digits = text.replace(/^PZN[\s:-]*/i, '').replace(/\s/g, '');
  const learned = vialCodes.get(digits);
  if (learned) return learned;
  const name = folded(text);
  const fitting = products.filter((product) => namesOf(product).includes(name));
  if (fitting.length < 2) return fitting[0]?.productId;
  const given = fitting.filter(({ productId }) => active.includes(productId));
  return given.length === 1 ? given[0]?.productId : undefined;
}

function namesOf({ productId, name, atcCode }: Product): string[] {
  return [productId, name, atcCode].map(folded).concat(otherNames[productId] ?? []);
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

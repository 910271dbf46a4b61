import type { ProductId } from '../kernel/ids.ts';

/** What a vial of a product holds and how long it can be used, as its product information says. */
export interface VialData {
  readonly formulation: 'concentrate' | 'suspension' | 'powder' | 'pre-filled';
  /** Doses of the product's amount in one vial; more than were taken out may be in there, none is reckoned with. */
  readonly dosesPerVial: number;
  /** What the time of use counts from; absent where a vial or syringe is used at once. */
  readonly countsFrom?: 'dilution' | 'opening';
  /** Hours from then. */
  readonly usableHours?: number;
  /** Days in the fridge after thawing, unopened; absent for what is never frozen. */
  readonly thawDays?: number;
  readonly source: string;
}

const vials: Readonly<Record<string, VialData>> = {
  comirnaty: {
    formulation: 'concentrate',
    dosesPerVial: 6,
    countsFrom: 'dilution',
    usableHours: 6,
    thawDays: 31,
    source:
      'EU product information, Comirnaty 30 micrograms/dose concentrate for dispersion for injection, 6.3 and 6.5',
  },
  spikevax: {
    formulation: 'suspension',
    dosesPerVial: 10,
    countsFrom: 'opening',
    usableHours: 19,
    thawDays: 30,
    source: 'EU product information, Spikevax 0.2 mg/ml dispersion for injection, 6.3 and 6.5',
  },
  'flucelvax-tetra': {
    formulation: 'pre-filled',
    dosesPerVial: 1,
    source: 'EU product information, Flucelvax Tetra, 6.5',
  },
  'm-m-rvaxpro': {
    formulation: 'powder',
    dosesPerVial: 1,
    countsFrom: 'dilution',
    usableHours: 8,
    source: 'EU product information, M-M-RVAXPRO, 6.3: eight hours in the fridge after reconstitution',
  },
  'hbvaxpro-10': {
    formulation: 'suspension',
    dosesPerVial: 1,
    source: 'EU product information, HBVAXPRO 10 micrograms, 6.5',
  },
  'fsme-immun': {
    formulation: 'pre-filled',
    dosesPerVial: 1,
    source: 'Product information (Fachinformation), FSME-IMMUN Erwachsene, 6.5',
  },
  imvanex: {
    formulation: 'suspension',
    dosesPerVial: 1,
    thawDays: 56,
    source:
      'EU product information, Imvanex, 6.3: two months in the fridge after thawing, reckoned as 56 days',
  },
};

/** Of a product whose vials nobody described, every vial holds one dose and is used at once. */
const plainVial: VialData = { formulation: 'suspension', dosesPerVial: 1, source: '' };

export function vialDataOf(productId: ProductId): VialData {
  return vials[productId] ?? plainVial;
}

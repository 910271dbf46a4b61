import type { Bilingual } from '../kernel/bilingual.ts';
import { idOf, type ProductId } from '../kernel/ids.ts';
import type { Product, SeriesName } from './product.ts';

/** The one product that every centre gave before it could choose: active where nobody said otherwise. */
export const productActiveUnasked = idOf<ProductId>('comirnaty');

const covid19 = { disease: { de: 'COVID-19', en: 'COVID-19' }, diseaseCodes: ['840539006'] };

/** Every vaccine that a centre can activate. Codes of vials (GTIN, PZN) are learned at the desk. */
export const products: readonly Product[] = [
  {
    ...covid19,
    productId: productActiveUnasked,
    name: 'Comirnaty',
    series: 'covid-19',
    manufacturer: 'BioNTech Manufacturing GmbH',
    authorisation: 'EU/1/20/1528',
    atcCode: 'J07BN01',
    cvxCode: '208',
    amountMl: 0.3,
    route: 'intramuscular',
    observationMinutes: 15,
    ages: { fromYears: 12 },
    source: 'EU product information, Comirnaty 30 micrograms/dose',
  },
  {
    ...covid19,
    productId: idOf('spikevax'),
    name: 'Spikevax',
    series: 'covid-19',
    manufacturer: 'Moderna Biotech Spain S.L.',
    authorisation: 'EU/1/20/1507',
    atcCode: 'J07BN01',
    cvxCode: '207',
    amountMl: 0.5,
    route: 'intramuscular',
    observationMinutes: 15,
    ages: { fromYears: 12 },
    source: 'EU product information, Spikevax, primary series from 12 years',
  },
  {
    productId: idOf('flucelvax-tetra'),
    name: 'Flucelvax Tetra',
    series: 'influenza',
    manufacturer: 'Seqirus Netherlands B.V.',
    authorisation: 'EU/1/18/1326',
    atcCode: 'J07BB02',
    cvxCode: '171',
    disease: { de: 'Influenza', en: 'Influenza' },
    diseaseCodes: ['6142004'],
    amountMl: 0.5,
    route: 'intramuscular',
    observationMinutes: 15,
    ages: { fromYears: 2 },
    source: 'EU product information, Flucelvax Tetra',
  },
  {
    productId: idOf('m-m-rvaxpro'),
    name: 'M-M-RVAXPRO',
    series: 'mmr',
    manufacturer: 'Merck Sharp & Dohme B.V.',
    authorisation: 'EU/1/06/337',
    atcCode: 'J07BD52',
    cvxCode: '03',
    disease: { de: 'Masern, Mumps und Röteln', en: 'Measles, mumps and rubella' },
    diseaseCodes: ['14189004', '36989005', '36653000'],
    amountMl: 0.5,
    route: 'intramuscular',
    observationMinutes: 15,
    ages: { fromYears: 1 },
    source: 'EU product information, M-M-RVAXPRO, from 12 months',
  },
  {
    productId: idOf('hbvaxpro-10'),
    name: 'HBVAXPRO 10 µg',
    series: 'hepatitis-b',
    manufacturer: 'Merck Sharp & Dohme B.V.',
    authorisation: 'EU/1/01/183',
    atcCode: 'J07BC01',
    cvxCode: '43',
    disease: { de: 'Hepatitis B', en: 'Hepatitis B' },
    diseaseCodes: ['66071002'],
    amountMl: 1,
    route: 'intramuscular',
    observationMinutes: 15,
    ages: { fromYears: 16 },
    source: 'EU product information, HBVAXPRO 10 micrograms',
  },
  {
    productId: idOf('fsme-immun'),
    name: 'FSME-IMMUN Erwachsene',
    series: 'tbe',
    manufacturer: 'Pfizer',
    atcCode: 'J07BA01',
    cvxCode: '224',
    disease: { de: 'FSME', en: 'Tick-borne encephalitis' },
    diseaseCodes: ['712986001'],
    amountMl: 0.5,
    route: 'intramuscular',
    observationMinutes: 15,
    ages: { fromYears: 16 },
    source: 'Product information (Fachinformation), FSME-IMMUN Erwachsene',
  },
  {
    productId: idOf('imvanex'),
    name: 'Imvanex',
    series: 'mpox',
    manufacturer: 'Bavarian Nordic A/S',
    authorisation: 'EU/1/13/855',
    atcCode: 'J07BX01',
    cvxCode: '206',
    disease: { de: 'Mpox', en: 'Mpox' },
    diseaseCodes: ['359814004'],
    amountMl: 0.5,
    route: 'subcutaneous',
    observationMinutes: 15,
    ages: { fromYears: 12 },
    source: 'EU product information, Imvanex, from 12 years',
  },
];

const byId: ReadonlyMap<string, Product> = new Map(products.map((product) => [product.productId, product]));

export function productOf(productId: ProductId): Product | undefined {
  return byId.get(productId);
}

/** What all vaccines of a series protect from. */
export function diseaseOfSeries(series: SeriesName): Bilingual {
  const disease = products.find((product) => product.series === series)?.disease;
  if (!disease) throw new Error(`the catalogue has no product of the series ${series}`);
  return disease;
}

/** Whether a dose of one counts in the series of the other. */
export function isSameSeries(one: ProductId, other: ProductId): boolean {
  return one === other || seriesOfProduct(one) === seriesOfProduct(other);
}

/** A product that the catalogue does not know is a series of its own. */
export function seriesOfProduct(productId: ProductId): string {
  return productOf(productId)?.series ?? productId;
}

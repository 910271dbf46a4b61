import { idOf, type ProductId } from '../kernel/ids.ts';
import type { Schedule } from './schedule.ts';

/** A vaccine as the desk names it and as records and certificates code it. */
export interface Product {
  readonly productId: ProductId;
  readonly name: string;
  readonly manufacturer: string;
  /** EU marketing authorisation number. */
  readonly authorisation: string;
  readonly atcCode: string;
  readonly disease: { readonly de: string; readonly en: string; readonly snomedCode: string };
  readonly amountMl: number;
  readonly route: 'intramuscular' | 'subcutaneous';
}

const comirnaty = idOf<ProductId>('comirnaty');

export const products: readonly Product[] = [
  {
    productId: comirnaty,
    name: 'Comirnaty',
    manufacturer: 'BioNTech Manufacturing GmbH',
    authorisation: 'EU/1/20/1528',
    atcCode: 'J07BN01',
    disease: { de: 'COVID-19', en: 'COVID-19', snomedCode: '840539006' },
    amountMl: 0.3,
    route: 'intramuscular',
  },
];

export const schedules: readonly Schedule[] = [
  {
    productId: comirnaty,
    version: 1,
    source: 'Product information, two doses 21 to 28 days apart',
    doseCount: 2,
    intervals: [{ dose: 2, minimumDays: 21, recommendedFromDays: 21, recommendedToDays: 28 }],
  },
];

export function productOf(productId: ProductId): Product | undefined {
  return products.find((product) => product.productId === productId);
}

/** The newest version of the product's schedule. */
export function scheduleOf(productId: ProductId): Schedule | undefined {
  return schedules
    .filter((schedule) => schedule.productId === productId)
    .reduce<Schedule | undefined>(
      (best, next) => (best && best.version > next.version ? best : next),
      undefined,
    );
}

import { idOf, type ProductId } from '../kernel/ids.ts';
import type { Schedule } from './schedule.ts';

/** The plain schedule of each product of the catalogue: doses and intervals of the basic series. */
export const schedules: readonly Schedule[] = [
  {
    productId: idOf('comirnaty'),
    version: 1,
    source: 'Product information, two doses 21 to 28 days apart',
    doseCount: 2,
    intervals: [{ dose: 2, minimumDays: 21, recommendedFromDays: 21, recommendedToDays: 28 }],
  },
  {
    productId: idOf('spikevax'),
    version: 1,
    source: 'Product information, second dose 28 days after the first; STIKO 2021, 4 to 6 weeks',
    doseCount: 2,
    intervals: [{ dose: 2, minimumDays: 28, recommendedFromDays: 28, recommendedToDays: 42 }],
  },
  {
    productId: idOf('flucelvax-tetra'),
    version: 2,
    source: 'Product information: one dose a season, two for children under 9 years who never had one',
    doseCount: 1,
    intervals: [],
    firstSeason: {
      underYears: 9,
      doseCount: 2,
      intervals: [{ dose: 2, minimumDays: 28, recommendedFromDays: 28, recommendedToDays: 56 }],
    },
  },
  {
    productId: idOf('m-m-rvaxpro'),
    version: 1,
    source: 'Product information and STIKO, second dose at least 4 weeks after the first',
    doseCount: 2,
    intervals: [{ dose: 2, minimumDays: 28, recommendedFromDays: 28, recommendedToDays: 56 }],
  },
  {
    productId: idOf('hbvaxpro-10'),
    version: 1,
    source:
      'Product information, 0, 1 and 6 months; third dose no earlier than 8 weeks after the second (CDC)',
    doseCount: 3,
    intervals: [
      { dose: 2, minimumDays: 28, recommendedFromDays: 28, recommendedToDays: 42 },
      { dose: 3, minimumDays: 56, recommendedFromDays: 150, recommendedToDays: 180 },
    ],
  },
  {
    productId: idOf('fsme-immun'),
    version: 1,
    source:
      'Product information, second dose after 1 to 3 months (14 days when quick), third 5 to 12 months later',
    doseCount: 3,
    intervals: [
      { dose: 2, minimumDays: 14, recommendedFromDays: 28, recommendedToDays: 90 },
      { dose: 3, minimumDays: 150, recommendedFromDays: 150, recommendedToDays: 365 },
    ],
  },
  {
    productId: idOf('imvanex'),
    version: 1,
    source: 'Product information, second dose at least 28 days after the first',
    doseCount: 2,
    intervals: [{ dose: 2, minimumDays: 28, recommendedFromDays: 28, recommendedToDays: 35 }],
  },
];

/** The newest version of the product's schedule. */
export function scheduleOf(productId: ProductId): Schedule | undefined {
  return schedules
    .filter((schedule) => schedule.productId === productId)
    .reduce<Schedule | undefined>(
      (best, next) => (best && best.version > next.version ? best : next),
      undefined,
    );
}

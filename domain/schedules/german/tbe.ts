import type { Span, TargetDoseRule } from '../evaluation/schedule-book.ts';
import { afterPrevious, dose, germanBook, notIf, product, series, stiko2026 } from './rules.ts';

const immun = 'fsme-immun';
const encepur = 'encepur';
const vaccines = [immun, encepur];

/** The first booster after three years, then every five years, and every three from `oldAge` on. */
function boosters(oldAge: Span): TargetDoseRule[] {
  const recurring = (recommendedFrom: Span, skips: TargetDoseRule['skips']) =>
    dose(vaccines, {
      intervals: [afterPrevious('3 years', { absoluteMinimum: '1 year', recommendedFrom })],
      skips,
      isRecurring: true,
    });
  return [
    dose(vaccines, {
      intervals: [afterPrevious('3 years', { absoluteMinimum: '1 year', recommendedFrom: '3 years' })],
    }),
    recurring('5 years', [notIf({ kind: 'age', fromAge: oldAge })]),
    recurring('3 years', []),
  ];
}

/** The basic immunisation by the product of its third dose. */
function basicSeries(third: string, minimum: Span, oldAge: Span, preference: number) {
  return series(
    `FSME, dritte Dosis ${third === immun ? 'FSME-IMMUN' : 'Encepur'}`,
    [
      dose(vaccines, { ages: [{ minimum: '1 year' }] }),
      dose(vaccines, {
        intervals: [afterPrevious('14 days', { recommendedFrom: '1 month', recommendedTo: '3 months' })],
      }),
      dose([third], {
        intervals: [afterPrevious(minimum, { recommendedFrom: minimum, recommendedTo: '12 months' })],
      }),
      ...boosters(oldAge),
    ],
    { isDefault: preference === 1, preference },
  );
}

/** Tick-borne encephalitis: 0, 1 to 3 months, then 5 to 12 (FSME-IMMUN) or 9 to 12 months (Encepur), boosters. */
export const tbe = germanBook(stiko2026, {
  book: 'de-tbe',
  group: 'FSME',
  note: {
    de: 'Für Menschen mit Zeckenkontakt in Risikogebieten. Das Schnellschema von Encepur (0, 7, 21 Tage) ist nicht enthalten. Jede Impfung zählt, ein überschrittener Abstand beginnt die Serie nicht neu.',
    en: 'For people exposed to ticks in risk areas. The rapid schedule of Encepur (0, 7, 21 days) is not contained. Every dose counts, an exceeded interval does not restart the series.',
  },
  products: [product(immun, 'FSME-IMMUN', 'FSME'), product(encepur, 'Encepur', 'FSME')],
  antigens: [
    {
      antigen: 'FSME',
      contraindications: [],
      series: [
        basicSeries(immun, '5 months', '60 years', 1),
        basicSeries(encepur, '9 months', '50 years', 2),
      ],
    },
  ],
});

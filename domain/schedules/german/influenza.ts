import { influenzaSeason as season } from '../seasons.ts';
import { afterPrevious, dose, germanBook, notIf, product, series, stiko2026 } from './rules.ts';

const standard = 'influenza';
const enhanced = 'influenza-enhanced';
const uses = {
  preferable: [
    { product: standard, toAge: '60 years' },
    { product: enhanced, fromAge: '50 years' },
  ],
  allowable: [{ product: standard, fromAge: '60 years' }],
};

/** The second version of the year: what is given before October counts for the season to come. */
const withPreSeason = { ...stiko2026, version: '2026-02' };

/** One dose every season; children under nine who had none yet need two. */
export const influenza = germanBook(withPreSeason, {
  book: 'de-influenza',
  group: 'Influenza',
  note: {
    de: 'Empfohlen ab 60 Jahren (Hochdosis oder adjuvantiert) und ab 6 Monaten bei Indikation; ob eine Indikation besteht, klärt die Aufklärung. Am besten von Oktober bis Mitte Dezember.',
    en: 'Recommended from 60 years (high dose or adjuvanted) and from 6 months with an indication, which the interview establishes. Best from October to mid-December.',
  },
  products: [
    product(standard, 'Influenza, Standarddosis', 'Influenza'),
    product(enhanced, 'Influenza, Hochdosis oder adjuvantiert', 'Influenza'),
  ],
  antigens: [
    {
      antigen: 'Influenza',
      contraindications: [],
      series: [
        series('Influenza, jährlich', [
          dose([], { ...uses, ages: [{ minimum: '6 months' }], season }),
          dose([], {
            ...uses,
            ages: [{ minimum: '6 months' }],
            intervals: [afterPrevious('4 weeks')],
            season,
            skips: [
              notIf(
                { kind: 'age', fromAge: '9 years' },
                { kind: 'dose-count', counts: 'valid', compare: 'more', count: 1 },
              ),
            ],
          }),
          dose([], {
            ...uses,
            intervals: [afterPrevious('4 weeks')],
            season,
            skips: [
              notIf({ kind: 'dose-count', counts: 'valid', compare: 'more', count: 0, isOfSeason: true }),
            ],
            isRecurring: true,
          }),
        ]),
      ],
    },
  ],
});

import type { Span, TargetDoseRule } from '../evaluation/schedule-book.ts';
import {
  afterPrevious,
  afterProducts,
  dose,
  germanBook,
  product,
  riskSeries,
  series,
  stiko2026,
} from './rules.ts';

const vaccines = ['zoster-recombinant'];

/** Two doses of the adjuvanted inactivated vaccine, the second by `minimum` to six months later. */
function twoDoses(fromAge: Span, minimum: Span): TargetDoseRule[] {
  return [
    dose(vaccines, {
      ages: [{ absoluteMinimum: '18 years', minimum: fromAge, recommendedFrom: fromAge }],
      intervals: [afterProducts(['zoster-live'], '2 months')],
    }),
    dose(vaccines, {
      intervals: [
        afterPrevious(minimum, {
          absoluteMinimum: '1 month',
          recommendedFrom: '2 months',
          recommendedTo: '6 months',
        }),
      ],
    }),
  ];
}

export const zoster = germanBook(stiko2026, {
  book: 'de-zoster',
  group: 'Herpes zoster',
  note: {
    de: 'Ab 60 Jahren für alle, ab 18 Jahren bei erhöhtem Risiko; dann darf die zweite Dosis nach einem bis zwei Monaten folgen. Der Lebendimpfstoff zählt nicht.',
    en: 'From 60 years for all, from 18 years at increased risk; then the second dose may follow after one to two months. The live vaccine does not count.',
  },
  products: [
    product('zoster-recombinant', 'Herpes zoster, adjuvantierter Totimpfstoff', 'Herpes zoster'),
    product('zoster-live', 'Herpes zoster, Lebendimpfstoff'),
  ],
  observations: [{ code: 'zoster-risk', title: 'Erhöhtes Risiko für Herpes zoster' }],
  antigens: [
    {
      antigen: 'Herpes zoster',
      contraindications: [],
      series: [
        series('Herpes zoster ab 60 Jahren', twoDoses('60 years', '2 months')),
        riskSeries('Herpes zoster bei Risiko', ['zoster-risk'], twoDoses('18 years', '1 month'), '18 years'),
      ],
    },
  ],
});

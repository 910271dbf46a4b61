import { afterPrevious, dose, germanBook, notIf, product, riskSeries, series, stiko2026 } from './rules.ts';

const vaccines = ['mva-bn'];
const first = dose(vaccines, { ages: [{ absoluteMinimum: '12 years', minimum: '18 years' }] });
const second = dose(vaccines, { intervals: [afterPrevious('28 days', { recommendedFrom: '28 days' })] });

/** Two doses at least 28 days apart; one for whoever was vaccinated against smallpox and has no immunodeficiency. */
export const mpox = germanBook(stiko2026, {
  book: 'de-mpox',
  group: 'Mpox',
  note: {
    de: 'Für Menschen mit erhöhtem Ansteckungsrisiko und nach Kontakt. Eine frühere Pockenimpfung ist als Dosis einzutragen (Impfausweis, Narbe nach ärztlichem Urteil).',
    en: 'For people at increased risk and after contact. An earlier smallpox vaccination is recorded as a dose (booklet, or a scar by a doctor’s judgement).',
  },
  products: [product('mva-bn', 'Mpox (MVA-BN)', 'Mpox'), product('smallpox', 'Pocken (vor 1980)')],
  observations: [{ code: 'immunodeficiency', title: 'Immundefizienz' }],
  antigens: [
    {
      antigen: 'Mpox',
      contraindications: [],
      series: [
        series('Mpox', [
          first,
          {
            ...second,
            skips: [
              notIf({
                kind: 'dose-count',
                counts: 'total',
                compare: 'more',
                count: 0,
                products: ['smallpox'],
              }),
            ],
          },
        ]),
        riskSeries('Mpox bei Immundefizienz', ['immunodeficiency'], [first, second], '12 years'),
      ],
    },
  ],
});

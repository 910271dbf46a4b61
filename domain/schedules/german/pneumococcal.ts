import { afterProducts, dose, germanBook, product, riskSeries, series, stiko2026 } from './rules.ts';

const conjugates = ['pcv20', 'pcv21'];
const intervals = [
  afterProducts(['ppsv23'], '6 years', '1 year'),
  afterProducts(['pcv13', 'pcv15'], '1 year', '8 weeks'),
];
const uses = { preferable: [{ product: 'pcv20' }], allowable: [{ product: 'pcv21' }], intervals };

/** One dose of the 20-valent conjugate vaccine from 60 years, from 2 years with a risk. */
export const pneumococcal = germanBook(stiko2026, {
  book: 'de-pneumococcal',
  group: 'Pneumokokken',
  note: {
    de: 'Säuglinge werden nach eigenem Schema geimpft, das hier nicht enthalten ist. Bei ausgeprägter Immundefizienz darf die Impfung ein Jahr nach PPSV23 gegeben werden.',
    en: 'Infants have their own schedule, which is not contained here. With marked immunodeficiency the dose may be given one year after PPSV23.',
  },
  products: [
    ...conjugates.map((code) => product(code, code.toUpperCase(), 'Pneumokokken')),
    product('pcv13', 'PCV13'),
    product('pcv15', 'PCV15'),
    product('ppsv23', 'PPSV23'),
  ],
  observations: [
    { code: 'pneumococcal-risk', title: 'Erhöhtes Risiko für schwere Pneumokokken-Erkrankungen' },
  ],
  antigens: [
    {
      antigen: 'Pneumokokken',
      contraindications: [],
      series: [
        series('Pneumokokken ab 60 Jahren', [
          dose([], {
            ...uses,
            ages: [{ absoluteMinimum: '18 years', minimum: '60 years', recommendedFrom: '60 years' }],
          }),
        ]),
        riskSeries(
          'Pneumokokken bei Risiko',
          ['pneumococcal-risk'],
          [dose([], { ...uses, ages: [{ minimum: '2 years' }] })],
          '2 years',
        ),
      ],
    },
  ],
});

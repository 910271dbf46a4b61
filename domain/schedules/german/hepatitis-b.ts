import { afterPrevious, dose, germanBook, product, series, stiko2026 } from './rules.ts';

const vaccines = ['hepatitis-b', 'hepatitis-a-b', 'hexavalent'];
const twoDose = ['hepatitis-b-cpg'];

/** 0, 1 and 6 months; infants by the combined vaccine at 2, 4 and 11 months. */
export const hepatitisB = germanBook(stiko2026, {
  book: 'de-hepatitis-b',
  group: 'Hepatitis B',
  note: {
    de: 'Standardimpfung im Säuglingsalter, nachzuholen bis 17 Jahre, darüber bei Indikation. Ob der Titer zu prüfen ist, entscheidet die Ärztin oder der Arzt.',
    en: 'Standard for infants, to be caught up until 17, above that with an indication. The doctor decides whether the titre is checked.',
  },
  products: [
    product('hepatitis-b', 'Hepatitis B', 'Hepatitis B'),
    product('hepatitis-a-b', 'Hepatitis A und B', 'Hepatitis B'),
    product('hexavalent', 'Sechsfach (DTaP-IPV-Hib-HepB)', 'Hepatitis B'),
    product('hepatitis-b-cpg', 'Hepatitis B, CpG-adjuvantiert', 'Hepatitis B'),
  ],
  antigens: [
    {
      antigen: 'Hepatitis B',
      contraindications: [],
      series: [
        series('Hepatitis B, drei Dosen', [
          dose([...vaccines, ...twoDose], { ages: [{ recommendedFrom: '2 months' }] }),
          dose([...vaccines, ...twoDose], {
            intervals: [afterPrevious('4 weeks', { recommendedFrom: '1 month', recommendedTo: '2 months' })],
          }),
          dose([...vaccines, ...twoDose], {
            intervals: [
              afterPrevious('5 months', {
                absoluteMinimum: '8 weeks',
                recommendedFrom: '5 months',
                recommendedTo: '12 months',
              }),
              { start: { from: 'target-dose', dose: 1 }, absoluteMinimum: '16 weeks', minimum: '6 months' },
            ],
          }),
        ]),
        series(
          'Hepatitis B, CpG-adjuvantiert, zwei Dosen',
          [
            dose(twoDose, { ages: [{ minimum: '18 years' }] }),
            dose(twoDose, { intervals: [afterPrevious('4 weeks', { recommendedFrom: '1 month' })] }),
          ],
          { isDefault: false, isOfOneProduct: true, preference: 2 },
        ),
      ],
    },
  ],
});

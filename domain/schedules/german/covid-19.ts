import { afterPrevious, dose, germanBook, notIf, product, series, stiko2026 } from './rules.ts';

const vaccines = ['covid-mrna', 'covid-protein'];
const counts = {
  preferable: vaccines.map((each) => ({ product: each })),
  allowable: [{ product: 'covid-vector' }],
};

/** From 18 years three doses in a life, from 60 years one more every autumn. */
export const covid19 = germanBook(stiko2026, {
  book: 'de-covid-19',
  group: 'COVID-19',
  note: {
    de: 'Durchgemachte Infektionen zählen für die Basisimmunität mit; sie stehen nicht in der Akte und sind zu erfragen. Menschen mit Risiko unter 60 Jahren werden auf ärztliche Anordnung jährlich geimpft.',
    en: 'Infections count towards basic immunity; they are not in the record and have to be asked for. People at risk below 60 are vaccinated yearly on a doctor’s order.',
  },
  products: [
    product('covid-mrna', 'COVID-19, mRNA', 'COVID-19'),
    product('covid-protein', 'COVID-19, Protein', 'COVID-19'),
    product('covid-vector', 'COVID-19, Vektor', 'COVID-19'),
  ],
  antigens: [
    {
      antigen: 'COVID-19',
      contraindications: [],
      series: [
        series('COVID-19 ab 18 Jahren', [
          dose(vaccines, { ...counts, ages: [{ absoluteMinimum: '6 months', minimum: '18 years' }] }),
          dose(vaccines, {
            ...counts,
            intervals: [
              afterPrevious('4 weeks', {
                absoluteMinimum: '19 days',
                recommendedFrom: '4 weeks',
                recommendedTo: '12 weeks',
              }),
            ],
          }),
          dose(vaccines, {
            ...counts,
            intervals: [afterPrevious('6 months', { absoluteMinimum: '3 months' })],
          }),
          dose(vaccines, {
            ages: [{ minimum: '60 years' }],
            intervals: [afterPrevious('6 months', { recommendedFrom: '12 months' })],
            season: { kind: 'yearly', from: '09-01', to: '12-31' },
            skips: [notIf({ kind: 'age', toAge: '60 years' })],
            isRecurring: true,
          }),
        ]),
      ],
    },
  ],
});

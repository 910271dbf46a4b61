import type { PlainDate } from '../../kernel/plain-date.ts';
import { afterPrevious, dose, germanBook, product, series } from './rules.ts';

const vaccines = ['covid-mrna'];

/** The basic immunisation of the campaign: two doses of an mRNA product. */
export const covid19Campaign = germanBook(
  {
    source: 'Fachinformation Comirnaty, Grundimmunisierung mit zwei Dosen im Abstand von 21 bis 28 Tagen',
    issuedOn: '2021-06-10' as PlainDate,
    version: '2021-06',
  },
  {
    book: 'de-covid-19-campaign',
    group: 'COVID-19',
    note: {
      de: 'Schema der Impfkampagne 2021, für Zentren, die danach weiterarbeiten oder nachweisen.',
      en: 'The schedule of the 2021 campaign, for centres that go on or prove by it.',
    },
    products: [product('covid-mrna', 'COVID-19, mRNA', 'COVID-19')],
    antigens: [
      {
        antigen: 'COVID-19',
        contraindications: [],
        series: [
          series('COVID-19, zwei Dosen', [
            dose(vaccines, { ages: [{ minimum: '12 years' }] }),
            dose(vaccines, {
              intervals: [afterPrevious('21 days', { recommendedFrom: '21 days', recommendedTo: '28 days' })],
            }),
          ]),
        ],
      },
    ],
  },
);

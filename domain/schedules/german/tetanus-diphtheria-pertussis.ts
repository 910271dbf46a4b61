import type { AntigenRules, TargetDoseRule } from '../evaluation/schedule-book.ts';
import { afterPrevious, dose, germanBook, notIf, product, series, stiko2026 } from './rules.ts';

const withPertussis = ['tdap', 'tdap-ipv', 'dtap', 'hexavalent'];
const all = ['td', 'td-ipv', ...withPertussis];
const adult = notIf({ kind: 'age', fromAge: '18 years' });

/** 2, 4 and 11 months, at 5 to 6 and at 9 to 16 years; later beginners: 0, 1 and 6 months after. */
function childhood(products: readonly string[]): TargetDoseRule[] {
  const early = { absoluteMinimum: '1 year', minimum: '1 year' };
  return [
    dose(products, {
      ages: [{ minimum: '6 weeks', recommendedFrom: '2 months', recommendedTo: '3 months' }],
    }),
    dose(products, {
      intervals: [afterPrevious('4 weeks', { recommendedFrom: '4 weeks', recommendedTo: '8 weeks' })],
    }),
    dose(products, {
      intervals: [
        afterPrevious('6 months', {
          absoluteMinimum: '5 months',
          recommendedFrom: '6 months',
          recommendedTo: '12 months',
        }),
      ],
    }),
    dose(products, {
      ages: [{ minimum: '4 years', recommendedFrom: '5 years', recommendedTo: '7 years' }],
      intervals: [afterPrevious(early.minimum, early)],
      skips: [notIf({ kind: 'age', fromAge: '9 years' })],
    }),
    dose(products, {
      ages: [{ minimum: '9 years', recommendedFrom: '9 years', recommendedTo: '17 years' }],
      intervals: [afterPrevious(early.minimum, early)],
      skips: [adult],
    }),
  ];
}

function everyTenYears(antigen: string): AntigenRules {
  const booster = dose(all, {
    intervals: [
      afterPrevious('5 years', {
        absoluteMinimum: '1 year',
        recommendedFrom: '10 years',
        recommendedTo: '11 years',
      }),
    ],
    isRecurring: true,
  });
  return { antigen, contraindications: [], series: [series(antigen, [...childhood(all), booster])] };
}

/** As a child as the others; as an adult once, with the next dose against tetanus that is due. */
const pertussis: AntigenRules = {
  antigen: 'Pertussis',
  contraindications: [],
  series: [
    series('Pertussis', [
      ...childhood(withPertussis).map((each) => ({ ...each, skips: [...each.skips, adult] })),
      dose(withPertussis, {
        ages: [{ minimum: '18 years' }],
        intervals: [{ start: { from: 'products', products: all }, recommendedFrom: '10 years' }],
      }),
    ]),
  ],
};

export const tetanusDiphtheriaPertussis = germanBook(stiko2026, {
  book: 'de-td-ap',
  group: 'Td(ap)',
  note: {
    de: 'Bei Verletzungen gelten kürzere Abstände. In jeder Schwangerschaft wird gegen Pertussis geimpft; das ordnet die Ärztin oder der Arzt an.',
    en: 'After injuries shorter intervals hold. In every pregnancy there is a dose against pertussis; the doctor orders it.',
  },
  products: [
    product('td', 'Td', 'Tetanus', 'Diphtherie'),
    product('td-ipv', 'Td-IPV', 'Tetanus', 'Diphtherie'),
    product('tdap', 'Tdap', 'Tetanus', 'Diphtherie', 'Pertussis'),
    product('tdap-ipv', 'Tdap-IPV', 'Tetanus', 'Diphtherie', 'Pertussis'),
    product('dtap', 'DTaP (Kinder)', 'Tetanus', 'Diphtherie', 'Pertussis'),
    product('hexavalent', 'Sechsfach (DTaP-IPV-Hib-HepB)', 'Tetanus', 'Diphtherie', 'Pertussis'),
  ],
  antigens: [everyTenYears('Tetanus'), everyTenYears('Diphtherie'), pertussis],
});

import type { PlainDate } from '../../kernel/plain-date.ts';
import type { AntigenRules } from '../evaluation/schedule-book.ts';
import { afterPrevious, dose, germanBook, notIf, product, series, stiko2026 } from './rules.ts';

const vaccines = ['mmr', 'mmrv'];
const liveVaccines = ['mmr', 'mmrv', 'varicella', 'yellow-fever'];

/** Two doses for children; one for whoever was born after 1970 and is an adult when it is given. */
function antigen(name: string): AntigenRules {
  return {
    antigen: name,
    immunity: {
      observations: [],
      bornBefore: { day: '1971-01-01' as PlainDate, unlessObserved: [] },
    },
    contraindications: [
      { observation: 'pregnant', text: 'Lebendimpfstoffe werden in der Schwangerschaft nicht gegeben.' },
      { observation: 'immunodeficiency', text: 'Lebendimpfstoffe nur nach ärztlicher Prüfung.' },
    ],
    series: [
      series(`${name}, zwei Dosen`, [
        dose(vaccines, {
          ages: [{ minimum: '9 months', recommendedFrom: '11 months', recommendedTo: '15 months' }],
        }),
        dose(vaccines, {
          ages: [{ recommendedFrom: '15 months', recommendedTo: '24 months' }],
          intervals: [afterPrevious('4 weeks')],
          skips: [
            notIf({ kind: 'dose-count', counts: 'valid', compare: 'more', count: 0, fromAge: '18 years' }),
          ],
        }),
      ]),
    ],
  };
}

export const mmr = germanBook(stiko2026, {
  book: 'de-mmr',
  group: 'MMR',
  isGivenWhole: true,
  note: {
    de: 'Frauen im gebärfähigen Alter und Beschäftigte mit Indikation brauchen zwei Dosen; das entscheidet die Ärztin oder der Arzt.',
    en: 'Women of childbearing age and staff with an indication need two doses; the doctor decides.',
  },
  products: [
    product('mmr', 'Masern, Mumps, Röteln', 'Masern', 'Mumps', 'Röteln'),
    product('mmrv', 'Masern, Mumps, Röteln, Varizellen', 'Masern', 'Mumps', 'Röteln'),
    product('varicella', 'Varizellen'),
    product('yellow-fever', 'Gelbfieber'),
  ],
  observations: [
    { code: 'pregnant', title: 'Schwangerschaft' },
    { code: 'immunodeficiency', title: 'Immundefizienz' },
  ],
  conflicts: liveVaccines.flatMap((earlier) =>
    vaccines.map((later) => ({
      earlier,
      later,
      from: '1 day',
      untilAfterValid: '4 weeks',
      until: '4 weeks',
    })),
  ),
  antigens: ['Masern', 'Mumps', 'Röteln'].map(antigen),
});

import { expect, test } from 'vitest';
import { scheduleBook } from '../../../contracts/schedules/schedule-book.ts';
import { faultsOfBook } from '../../../domain/schedules/evaluation/faults/book-faults.ts';
import type { ScheduleBook } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { covid19 } from '../../../domain/schedules/german/covid-19.ts';
import { covid19Campaign } from '../../../domain/schedules/german/covid-19-campaign.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { hepatitisB } from '../../../domain/schedules/german/hepatitis-b.ts';
import { influenza } from '../../../domain/schedules/german/influenza.ts';
import { mmr } from '../../../domain/schedules/german/mmr.ts';
import { mpox } from '../../../domain/schedules/german/mpox.ts';
import { pneumococcal } from '../../../domain/schedules/german/pneumococcal.ts';
import { tbe } from '../../../domain/schedules/german/tbe.ts';
import { tetanusDiphtheriaPertussis } from '../../../domain/schedules/german/tetanus-diphtheria-pertussis.ts';
import { zoster } from '../../../domain/schedules/german/zoster.ts';
import { evaluate, wordsOf } from '../../support/schedule-book.ts';

test.each(germanSchedules.map((book) => [book.book, book] as const))(
  '%s fits the form, contradicts itself nowhere, and names its source and date',
  (_, book) => {
    expect(scheduleBook.parse(book)).toEqual(book);
    expect(faultsOfBook(book)).toEqual([]);
    expect(book.source.length > 20 && /^20\d\d-\d\d-\d\d$/.test(book.issuedOn ?? '')).toBe(true);
    expect(book.note?.de).toMatch(/bestätigt die ärztliche Leitung/);
  },
);

/** One person a line: who | born | observed | doses | asked on | each dose; the series; the next dose. */
function table(name: string, book: ScheduleBook, text: string) {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  test.each(lines)(`${name}, %s, born %s (%s), given %s, asked on %s: %s`, (...cells) => {
    const [, born = '', observed = '', doses = '', on = '', expected] = cells;
    const listOf = (cell: string) => (cell === '' ? [] : cell.split(', '));
    const evaluated = evaluate(book, { born, observed: listOf(observed), doses: listOf(doses) }, on);
    const { series, next } = evaluated;
    const due = next && `dose ${next.dose} from ${next.earliest}, best on ${next.recommended}`;
    expect([...wordsOf(evaluated), series, ...(due ? [due] : [])].join('; ')).toBe(expected);
  });
}

table(
  'COVID-19 in the campaign',
  covid19Campaign,
  `
  nobody yet        | 1980-05-01 |  |                                              | 2021-06-15 | not-complete; dose 1 from 1992-05-01, best on 1992-05-01
  after the first   | 1980-05-01 |  | 2021-06-15 covid-mrna                        | 2021-06-15 | valid; not-complete; dose 2 from 2021-07-06, best on 2021-07-06
  20 days apart     | 1980-05-01 |  | 2021-06-15 covid-mrna, 2021-07-05 covid-mrna | 2021-07-05 | valid; too-soon; not-complete; dose 2 from 2021-07-26, best on 2021-07-26
  21 days apart     | 1980-05-01 |  | 2021-06-15 covid-mrna, 2021-07-06 covid-mrna | 2021-07-06 | valid; valid; complete
  half a year apart | 1980-05-01 |  | 2021-06-15 covid-mrna, 2021-12-15 covid-mrna | 2021-12-15 | valid; valid; complete
  an eight-year-old | 2013-05-01 |  | 2021-06-15 covid-mrna                        | 2021-06-15 | too-young; not-complete; dose 1 from 2025-05-01, best on 2025-05-01
`,
);

table(
  'COVID-19 now',
  covid19,
  `
  40 years, three doses      | 1986-05-01 |  | 2021-06-15 covid-mrna, 2021-07-27 covid-mrna, 2022-02-01 covid-mrna                        | 2026-10-01 | valid; valid; valid; complete
  40 years, two doses        | 1986-05-01 |  | 2021-06-15 covid-mrna, 2021-07-27 covid-mrna                                               | 2026-10-01 | valid; valid; not-complete; dose 3 from 2022-01-27, best on 2022-01-27
  40 years, a fourth dose    | 1986-05-01 |  | 2021-06-15 covid-mrna, 2021-07-27 covid-mrna, 2022-02-01 covid-mrna, 2026-10-01 covid-mrna | 2026-10-01 | valid; valid; valid; series-complete; complete
  70 years, three doses      | 1956-05-01 |  | 2021-06-15 covid-mrna, 2021-07-27 covid-mrna, 2022-02-01 covid-mrna                        | 2026-11-01 | valid; valid; valid; not-complete; dose 1 from 2026-09-01, best on 2026-09-01
  70 years, done this autumn | 1956-05-01 |  | 2021-06-15 covid-mrna, 2021-07-27 covid-mrna, 2022-02-01 covid-mrna, 2026-10-15 covid-mrna | 2026-11-01 | valid; valid; valid; valid; not-complete; dose 2 from 2027-04-15, best on 2027-10-15
`,
);

table(
  'Influenza, yearly',
  influenza,
  `
  70 years, none                | 1956-05-01 |  |                                            | 2026-08-01 | not-complete; dose 1 from 2026-07-01, best on 2026-10-01
  70 years, done                | 1956-05-01 |  | 2026-10-10 influenza-enhanced              | 2026-11-01 | valid; complete
  70 years, last winter         | 1956-05-01 |  | 2025-10-10 influenza-enhanced              | 2026-11-01 | valid; not-complete; dose 1 from 2026-07-01, best on 2026-10-01
  70 years, before the season   | 1956-05-01 |  | 2026-09-15 influenza-enhanced              | 2026-11-01 | valid; complete
  70 years, at its very end     | 1956-05-01 |  | 2026-09-15 influenza-enhanced, 2027-06-30 influenza-enhanced | 2027-06-30 | valid; series-complete; complete
  30 years, twice in one winter | 1996-05-01 |  | 2026-10-10 influenza, 2026-12-10 influenza | 2026-12-10 | valid; series-complete; complete
  4 years, the first ever       | 2022-05-01 |  | 2026-10-10 influenza                       | 2026-10-10 | valid; not-complete; dose 2 from 2026-11-07, best on 2026-11-07
  4 years, both                 | 2022-05-01 |  | 2026-10-10 influenza, 2026-11-10 influenza | 2026-11-10 | valid; valid; complete
  5 months                      | 2026-06-01 |  | 2026-11-10 influenza                       | 2026-11-10 | too-young; not-complete; dose 1 from 2026-12-01, best on 2026-12-01
`,
);

table(
  'Measles, mumps, rubella',
  mmr,
  `
  a newborn                     | 2026-01-01 |          |                                         | 2026-01-02 | not-complete; dose 1 from 2026-10-01, best on 2026-12-01
  a child after the first       | 2025-01-01 |          | 2025-12-01 mmr                          | 2025-12-01 | valid; not-complete; dose 2 from 2025-12-29, best on 2026-04-01
  a child, 27 days apart        | 2025-01-01 |          | 2025-12-01 mmr, 2025-12-28 mmr          | 2026-01-01 | valid; conflict; not-complete; dose 2 from 2026-01-25, best on 2026-04-01
  a child, 28 days apart        | 2025-01-01 |          | 2025-12-01 mmr, 2025-12-29 mmr          | 2026-01-01 | valid; valid; complete
  an adult born 1985            | 1985-03-01 |          | 2026-02-01 mmr                          | 2026-02-01 | valid; complete
  an adult, one dose as a child | 1985-03-01 |          | 1986-06-01 mmr                          | 2026-02-01 | valid; not-complete; dose 2 from 1986-06-29, best on 1986-06-29
  born 1970                     | 1970-12-31 |          |                                         | 2026-02-01 | immune
  pregnant                      | 1990-01-01 | pregnant |                                         | 2026-02-01 | contraindicated
  ten days after yellow fever   | 1985-03-01 |          | 2026-02-01 yellow-fever, 2026-02-11 mmr | 2026-02-11 | other-product; conflict; not-complete; dose 1 from 2026-03-11, best on 2026-03-11
`,
);

table(
  'Hepatitis B, 0-1-6 months',
  hepatitisB,
  `
  after the first              | 1990-01-01 |  | 2026-01-01 hepatitis-b                                                 | 2026-01-01 | valid; not-complete; dose 2 from 2026-01-29, best on 2026-02-01
  after the second             | 1990-01-01 |  | 2026-01-01 hepatitis-b, 2026-02-01 hepatitis-b                         | 2026-02-01 | valid; valid; not-complete; dose 3 from 2026-07-01, best on 2026-07-01
  the third years later        | 1990-01-01 |  | 2016-01-01 hepatitis-b, 2016-02-01 hepatitis-b, 2026-02-01 hepatitis-b | 2026-02-01 | valid; valid; valid; complete
  the third after three months | 1990-01-01 |  | 2026-01-01 hepatitis-b, 2026-02-01 hepatitis-b, 2026-04-01 hepatitis-b | 2026-04-01 | valid; valid; too-soon; not-complete; dose 3 from 2026-09-01, best on 2026-09-01
  an infant, 2-4-11 months     | 2025-01-01 |  | 2025-03-01 hexavalent, 2025-05-01 hexavalent, 2025-12-01 hexavalent    | 2025-12-01 | valid; valid; valid; complete
  the two-dose product         | 1990-01-01 |  | 2026-01-01 hepatitis-b-cpg, 2026-02-01 hepatitis-b-cpg                 | 2026-02-01 | valid; valid; complete
`,
);

table(
  'Tick-borne encephalitis',
  tbe,
  `
  after the first                          | 1980-01-01 |  | 2024-01-10 fsme-immun                                                                      | 2024-01-10 | valid; not-complete; dose 2 from 2024-01-24, best on 2024-02-10
  FSME-IMMUN after the second              | 1980-01-01 |  | 2024-01-10 fsme-immun, 2024-02-20 fsme-immun                                               | 2024-02-20 | valid; valid; not-complete; dose 3 from 2024-07-20, best on 2024-07-20
  Encepur as the third after six months    | 1980-01-01 |  | 2024-01-10 fsme-immun, 2024-02-20 fsme-immun, 2024-08-20 encepur                           | 2024-08-20 | valid; valid; other-product; not-complete; dose 3 from 2025-01-20, best on 2025-01-20
  FSME-IMMUN as the third after six months | 1980-01-01 |  | 2024-01-10 fsme-immun, 2024-02-20 fsme-immun, 2024-08-20 fsme-immun                        | 2024-08-20 | valid; valid; valid; not-complete; dose 4 from 2027-08-20, best on 2027-08-20
  the first booster at 47                  | 1980-01-01 |  | 2024-01-10 fsme-immun, 2024-02-20 fsme-immun, 2024-08-20 fsme-immun, 2027-08-20 fsme-immun | 2027-08-20 | valid; valid; valid; valid; not-complete; dose 5 from 2030-08-20, best on 2032-08-20
  the first booster at 67                  | 1960-01-01 |  | 2024-01-10 fsme-immun, 2024-02-20 fsme-immun, 2024-08-20 fsme-immun, 2027-08-20 fsme-immun | 2027-08-20 | valid; valid; valid; valid; not-complete; dose 5 from 2030-08-20, best on 2030-08-20
  the third after four years               | 1980-01-01 |  | 2024-01-10 fsme-immun, 2024-02-20 fsme-immun, 2028-03-01 fsme-immun                        | 2028-03-01 | valid; valid; valid; not-complete; dose 4 from 2031-03-01, best on 2031-03-01
`,
);

table(
  'Mpox',
  mpox,
  `
  after the first             | 1990-01-01 |                  | 2026-01-01 mva-bn                      | 2026-01-01 | valid; not-complete; dose 2 from 2026-01-29, best on 2026-01-29
  27 days apart               | 1990-01-01 |                  | 2026-01-01 mva-bn, 2026-01-28 mva-bn   | 2026-01-28 | valid; too-soon; not-complete; dose 2 from 2026-02-25, best on 2026-02-25
  vaccinated against smallpox | 1965-01-01 |                  | 1966-05-01 smallpox, 2026-01-01 mva-bn | 2026-01-01 | other-product; valid; complete
  the same, immunodeficient   | 1965-01-01 | immunodeficiency | 1966-05-01 smallpox, 2026-01-01 mva-bn | 2026-01-01 | other-product; valid; not-complete; dose 2 from 2026-01-29, best on 2026-01-29
`,
);

table(
  'Tetanus, diphtheria, pertussis',
  tetanusDiphtheriaPertussis,
  `
  an adult with all doses as a child         | 2000-01-01 |  | 2000-03-01 hexavalent, 2000-05-01 hexavalent, 2001-01-01 hexavalent, 2005-06-01 tdap, 2012-06-01 tdap-ipv                  | 2020-01-02 | valid; valid; valid; valid; valid; not-complete; dose 6 from 2018-01-01, best on 2022-06-01
  the same after Tdap                        | 2000-01-01 |  | 2000-03-01 hexavalent, 2000-05-01 hexavalent, 2001-01-01 hexavalent, 2005-06-01 tdap, 2012-06-01 tdap-ipv, 2022-06-01 tdap | 2022-06-01 | valid; valid; valid; valid; valid; valid; not-complete; dose 7 from 2027-06-01, best on 2032-06-01
  the same after Td: pertussis with the next | 2000-01-01 |  | 2000-03-01 hexavalent, 2000-05-01 hexavalent, 2001-01-01 hexavalent, 2005-06-01 tdap, 2012-06-01 tdap-ipv, 2022-06-01 td   | 2022-06-01 | valid; valid; valid; valid; valid; valid; not-complete; dose 7 from 2027-06-01, best on 2032-06-01
  an adult never vaccinated                  | 1970-01-01 |  | 2026-01-01 tdap                                                                                                            | 2026-01-01 | valid; not-complete; dose 2 from 2026-01-29, best on 2026-01-29
  the third too soon                         | 1970-01-01 |  | 2026-01-01 tdap, 2026-02-01 td, 2026-05-01 td                                                                              | 2026-05-01 | valid; valid; too-soon; not-complete; dose 3 from 2026-11-01, best on 2026-11-01
  twenty years since the last                | 1970-01-01 |  | 1996-01-01 td, 1996-02-01 td, 1996-10-01 td, 2006-10-01 tdap                                                               | 2026-01-01 | valid; valid; valid; valid; not-complete; dose 5 from 2011-10-01, best on 2016-10-01
`,
);

table(
  'Pneumococcal',
  pneumococcal,
  `
  62 years, none                 | 1964-01-01 |                   |                   | 2026-01-02 | not-complete; dose 1 from 2024-01-01, best on 2024-01-01
  62 years, done                 | 1964-01-01 |                   | 2026-01-02 pcv20  | 2026-01-02 | valid; complete
  66 years, PPSV23 two years ago | 1960-01-01 |                   | 2024-01-02 ppsv23 | 2026-01-02 | other-product; not-complete; dose 1 from 2030-01-02, best on 2030-01-02
  40 years at risk               | 1986-01-01 | pneumococcal-risk |                   | 2026-01-02 | not-complete; dose 1 from 1988-01-01, best on 1988-01-01
  40 years                       | 1986-01-01 |                   |                   | 2026-01-02 | not-complete; dose 1 from 2046-01-01, best on 2046-01-01
`,
);

table(
  'Herpes zoster',
  zoster,
  `
  62 years after the first         | 1964-01-01 |             | 2026-01-02 zoster-recombinant                                | 2026-01-02 | valid; not-complete; dose 2 from 2026-03-02, best on 2026-03-02
  62 years, two doses              | 1964-01-01 |             | 2026-01-02 zoster-recombinant, 2026-04-02 zoster-recombinant | 2026-04-02 | valid; valid; complete
  30 years at risk after the first | 1996-01-01 | zoster-risk | 2026-01-02 zoster-recombinant                                | 2026-01-02 | valid; not-complete; dose 2 from 2026-02-02, best on 2026-03-02
  the live vaccine does not count  | 1950-01-01 |             | 2015-01-02 zoster-live                                       | 2026-01-02 | other-product; not-complete; dose 1 from 2015-03-02, best on 2015-03-02
  30 years                         | 1996-01-01 |             |                                                              | 2026-01-02 | not-complete; dose 1 from 2056-01-01, best on 2056-01-01
`,
);

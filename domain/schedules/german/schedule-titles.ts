import { type Bilingual, inBoth } from '../../kernel/bilingual.ts';
import { ownValue } from '../../kernel/own-value.ts';

const titles: Readonly<Record<string, Bilingual>> = {
  'de-covid-19-campaign': { de: 'COVID-19, Impfkampagne 2021', en: 'COVID-19, campaign of 2021' },
  'de-covid-19': inBoth('COVID-19'),
  'de-influenza': inBoth('Influenza'),
  'de-mmr': { de: 'Masern, Mumps, Röteln', en: 'Measles, mumps, rubella' },
  'de-hepatitis-b': inBoth('Hepatitis B'),
  'de-tbe': { de: 'FSME', en: 'Tick-borne encephalitis (TBE)' },
  'de-mpox': inBoth('Mpox'),
  'de-td-ap': {
    de: 'Tetanus, Diphtherie, Pertussis',
    en: 'Tetanus, diphtheria, pertussis',
  },
  'de-pneumococcal': { de: 'Pneumokokken', en: 'Pneumococcal disease' },
  'de-zoster': { de: 'Herpes zoster', en: 'Herpes zoster (shingles)' },
};

/** What screens call a schedule; one without a title by its own name. */
export function scheduleTitle(book: string): Bilingual {
  return ownValue(titles, book) ?? inBoth(book);
}

import { type Bilingual, inEach } from '../../kernel/bilingual.ts';
import { formatDate } from '../../kernel/format-date.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { PersonHistory } from '../evaluation/assessment.ts';
import type { ScheduleBook } from '../evaluation/schedule-book.ts';

/** Nobody has lived longer. */
const FIRST_BIRTH = '1900-01-01';

/**
 * What keeps a history from being evaluated on a day, as one sentence that says what to correct; undefined where all is
 * well.
 */
export function historyFault(
  book: Pick<ScheduleBook, 'products' | 'observations'>,
  { bornOn, doses, observations = [] }: PersonHistory,
  at: PlainDate,
): Bilingual | undefined {
  if (bornOn > at)
    return {
      de: 'Das Geburtsdatum liegt in der Zukunft. Bitte prüfen.',
      en: 'The birth date lies in the future. Please check it.',
    };
  if (bornOn < FIRST_BIRTH)
    return {
      de: 'Das Geburtsdatum liegt vor 1900. Bitte prüfen.',
      en: 'The birth date lies before 1900. Please check it.',
    };
  if (observations.some(({ code }) => !book.observations.some((known) => known.code === code)))
    return {
      de: 'Dieses Impfschema kennt einen der Befunde nicht. Bitte einen aus der Liste wählen.',
      en: 'This schedule does not know one of the observations. Please choose one from the list.',
    };
  for (const [place, dose] of doses.entries()) {
    const fault = doseFault(book, dose, { bornOn, at, before: doses[place - 1]?.on });
    if (fault)
      return inEach((language) => `${language === 'de' ? 'Dosis' : 'Dose'} ${place + 1}: ${fault[language]}`);
  }
  return undefined;
}

function doseFault(
  book: Pick<ScheduleBook, 'products'>,
  { on, product }: PersonHistory['doses'][number],
  { bornOn, at, before }: { bornOn: PlainDate; at: PlainDate; before: PlainDate | undefined },
): Bilingual | undefined {
  if (!book.products.some(({ code }) => code === product))
    return {
      de: 'dieses Impfschema kennt den Impfstoff nicht. Bitte einen aus der Liste wählen.',
      en: 'this schedule does not know the vaccine. Please choose one from the list.',
    };
  const day = (language: 'de' | 'en') => formatDate(on, language);
  if (on > at)
    return {
      de: `der ${day('de')} liegt in der Zukunft. Bitte nur Impfungen eintragen, die gegeben sind.`,
      en: `${day('en')} lies in the future. Please enter only doses that were given.`,
    };
  if (on < bornOn)
    return {
      de: `der ${day('de')} liegt vor der Geburt. Bitte beide Daten prüfen.`,
      en: `${day('en')} lies before the birth. Please check both dates.`,
    };
  if (before !== undefined && on < before)
    return {
      de: `der ${day('de')} liegt vor der Dosis darüber. Bitte in der Reihenfolge der Tage eintragen.`,
      en: `${day('en')} lies before the dose above. Please enter the doses in the order of their days.`,
    };
  return undefined;
}

import { type Bilingual, inEach } from '../../kernel/bilingual.ts';
import { formatDate } from '../../kernel/format-date.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Course, seasonWords } from '../../products/course.ts';
import { seriesSentence } from '../evaluation/evaluation-sentences.ts';
import type { SeriesStatus } from '../evaluation/forecast-series.ts';
import type { DoseWindow } from '../schedule.ts';

/**
 * Where somebody stands in a course on a day, by the confirmed schedule: in the numbers in which the desk counts doses,
 * which are those that were given, whether they count by the schedule or not.
 */
export function standingSentence(
  { status, window }: { readonly status: SeriesStatus; readonly window?: DoseWindow | undefined },
  course: Course,
): Bilingual {
  const season = seasonWords(course);
  if (!window)
    return status === 'complete' && season !== undefined
      ? {
          de: `Die Impfung für die Saison ${season} ist abgeschlossen.`,
          en: `Vaccination for the season ${season} is complete.`,
        }
      : seriesSentence(status);
  return inEach((language) => dueSentence(window, course.on, language));
}

function dueSentence(
  { dose, earliest, recommendedFrom }: DoseWindow,
  on: PlainDate,
  language: 'de' | 'en',
): string {
  const first = formatDate(earliest, language);
  const recommended = formatDate(recommendedFrom, language);
  const isGerman = language === 'de';
  if (earliest > on) {
    if (earliest === recommendedFrom)
      return isGerman ? `Dosis ${dose} ab ${first}.` : `Dose ${dose} from ${first}.`;
    return isGerman
      ? `Dosis ${dose} frühestens am ${first}, empfohlen ab ${recommended}.`
      : `Dose ${dose} on ${first} at the earliest, recommended from ${recommended}.`;
  }
  if (recommendedFrom > on)
    return isGerman
      ? `Dosis ${dose} ist schon möglich, empfohlen ab ${recommended}.`
      : `Dose ${dose} is possible already, recommended from ${recommended}.`;
  // Since when a first dose could have been given says only how old somebody is.
  if (dose === 1 || recommendedFrom === on)
    return isGerman ? `Dosis ${dose} kann heute gegeben werden.` : `Dose ${dose} can be given today.`;
  return isGerman
    ? `Dosis ${dose} ist seit ${recommended} fällig.`
    : `Dose ${dose} has been due since ${recommended}.`;
}

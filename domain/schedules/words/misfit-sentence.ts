import { type Bilingual, inEach } from '../../kernel/bilingual.ts';
import { formatDate } from '../../kernel/format-date.ts';
import { seriesSentence } from '../evaluation/evaluation-sentences.ts';
import type { DateMisfit } from '../planned-dates.ts';

/** Why a planned date does not fit a schedule, as one sentence for whoever calls the person. */
export function misfitSentence(misfit: DateMisfit): Bilingual {
  switch (misfit.kind) {
    case 'too-early':
      return inEach((language) => {
        const day = formatDate(misfit.earliest, language);
        return language === 'de' ? `Zu früh: frühestens am ${day}.` : `Too early: ${day} at the earliest.`;
      });
    case 'late':
      return inEach((language) => {
        const day = formatDate(misfit.recommendedUntil, language);
        return language === 'de'
          ? `Später als empfohlen (bis ${day}); die Dosis zählt trotzdem.`
          : `Later than recommended (until ${day}); the dose counts all the same.`;
      });
    case 'not-due':
      return misfit.series === 'not-complete'
        ? { de: 'An diesem Tag ist keine Dosis fällig.', en: 'No dose is due on that day.' }
        : seriesSentence(misfit.series);
  }
}

/** Why a date cannot be held against a schedule by itself. */
export const uncheckedSentence: Bilingual = {
  de: 'Lässt sich nicht prüfen: Geburtsdatum oder Tag einer Impfung ist nicht vollständig bekannt.',
  en: 'Cannot be checked: the birth date or the day of a dose is not fully known.',
};

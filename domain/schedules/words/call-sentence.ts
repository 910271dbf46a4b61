import type { CallReason } from '../../appointments/replan-dates.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';

/** Why a date that does not fit is not moved by itself, for whoever calls the person. */
export const callSentences: Readonly<Record<CallReason, Bilingual>> = {
  unchecked: {
    de: 'Wird nicht verschoben, weil sich der Termin nicht prüfen lässt.',
    en: 'Is not moved because the date cannot be checked.',
  },
  restricted: {
    de: 'Wird nicht verschoben, weil die Akte eingeschränkt ist.',
    en: 'Is not moved because the record is restricted.',
  },
  'too-soon-to-tell': {
    de: 'Wird nicht verschoben, weil der Termin heute oder morgen ist. Bitte anrufen.',
    en: 'Is not moved because the date is today or tomorrow. Please call.',
  },
  'other-date': {
    de: 'Hängt von einem anderen Termin der Person ab, der nicht von selbst verschoben wird. Bitte beide am Telefon klären.',
    en: 'Depends on another date of the person that is not moved by itself. Please settle both by phone.',
  },
  'not-due': {
    de: 'Es gibt keinen passenden Tag. Bitte anrufen und den Termin absagen oder ärztlich entscheiden lassen.',
    en: 'There is no day that fits. Please call and cancel the date, or ask the doctor.',
  },
  'no-contact': {
    de: 'Wird nicht verschoben, weil die Person nicht benachrichtigt werden kann.',
    en: 'Is not moved because the person cannot be told.',
  },
  'no-place': {
    de: 'An den Tagen, die passen, ist kein Platz frei. Bitte Zeiten öffnen oder anrufen.',
    en: 'No place is free on the days that fit. Please open days or call.',
  },
};

import { type Bilingual, inEach } from '../../kernel/bilingual.ts';
import { formatDate } from '../../kernel/format-date.ts';
import type { GroupEvaluation } from './evaluate-group.ts';
import type { SeriesStatus } from './forecast-series.ts';
import type { DoseReason, Verdict } from './series-evaluation.ts';

/** What is to be done next, as one sentence for the desk. */
export function evaluationSentence({ series, next }: GroupEvaluation): Bilingual {
  if (!next) return seriesSentences[series];
  return inEach((language) => {
    const earliest = formatDate(next.earliest, language);
    const recommended = formatDate(next.recommended, language);
    const isSame = earliest === recommended;
    if (language === 'de')
      return isSame
        ? `Dosis ${next.dose} ab ${earliest}.`
        : `Dosis ${next.dose} frühestens am ${earliest}, empfohlen ab ${recommended}.`;
    return isSame
      ? `Dose ${next.dose} from ${earliest}.`
      : `Dose ${next.dose} on ${earliest} at the earliest, recommended from ${recommended}.`;
  });
}

/** Where somebody stands in a series, as one sentence. */
export function seriesSentence(series: SeriesStatus): Bilingual {
  return seriesSentences[series];
}

/** Whether a dose counts, as one sentence. */
export function verdictSentence({ status, reason }: Verdict): Bilingual {
  if (status === 'valid' || reason === undefined) return { de: 'Die Dosis zählt.', en: 'The dose counts.' };
  return reasonSentences[reason];
}

const seriesSentences: Record<SeriesStatus, Bilingual> = {
  complete: { de: 'Die Impfserie ist vollständig.', en: 'The series is complete.' },
  'not-complete': { de: 'Die Impfserie ist nicht vollständig.', en: 'The series is not complete.' },
  'aged-out': {
    de: 'Für diese Impfserie ist die Person zu alt.',
    en: 'The person is too old for this series.',
  },
  immune: { de: 'Gilt als immun: keine Impfung nötig.', en: 'Counts as immune: no dose is needed.' },
  contraindicated: {
    de: 'Es gibt eine Gegenanzeige: ärztlich klären.',
    en: 'There is a contraindication: ask the doctor.',
  },
  'not-recommended': { de: 'Zurzeit ist keine Impfung empfohlen.', en: 'No dose is recommended at present.' },
};

const reasonSentences: Record<DoseReason, Bilingual> = {
  'too-young': {
    de: 'Zählt nicht: die Person war zu jung.',
    en: 'Does not count: the person was too young.',
  },
  'too-old': { de: 'Zählt nicht: die Person war zu alt.', en: 'Does not count: the person was too old.' },
  'too-soon': {
    de: 'Zählt nicht: zu früh nach der Dosis davor.',
    en: 'Does not count: too soon after an earlier dose.',
  },
  conflict: {
    de: 'Zählt nicht: zu kurz nach einer anderen Lebendimpfung.',
    en: 'Does not count: too soon after another live vaccine.',
  },
  inadvertent: {
    de: 'Zählt nicht: versehentlich mit diesem Impfstoff gegeben.',
    en: 'Does not count: this product was given inadvertently.',
  },
  'other-product': {
    de: 'Zählt nicht: der Impfstoff ist für diese Dosis nicht vorgesehen.',
    en: 'Does not count: the product is not meant for this dose.',
  },
  'series-complete': {
    de: 'Zusätzliche Dosis: die Impfserie war schon vollständig.',
    en: 'Additional dose: the series was complete already.',
  },
};

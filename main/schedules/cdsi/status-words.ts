import type { SeriesStatus } from '../../../domain/schedules/evaluation/forecast-series.ts';
import type { DoseReason, DoseStatus } from '../../../domain/schedules/evaluation/series-evaluation.ts';

/** CDSi's words, as its test cases write them. */
export const statusWords: Record<DoseStatus, string> = {
  valid: 'Valid',
  'not-valid': 'Not Valid',
  extraneous: 'Extraneous',
};

export const reasonWords: Record<DoseReason, string> = {
  'too-young': 'Age: Too Young',
  'too-old': 'Age: Too Old',
  'too-soon': 'Interval: too Soon',
  conflict: 'Live Virus Conflict',
  inadvertent: 'Inadvertent Vaccine',
  'other-product': 'Not a preferable or allowable vaccine',
  'series-complete': 'Series Already Complete',
};

export const seriesWords: Record<SeriesStatus, string> = {
  'not-complete': 'Not complete',
  complete: 'Complete',
  'aged-out': 'Aged out',
  immune: 'Immune',
  contraindicated: 'Contraindicated',
  'not-recommended': 'Not recommended',
};

import type { GivenDose } from './assessment.ts';
import type { CompiledAntigen, CompiledSeries } from './compiled-book.ts';
import type { SeriesForecast } from './forecast-series.ts';
import type { SeriesEvaluation } from './series-evaluation.ts';

/** A series that concerns somebody, with every dose evaluated and what comes next. */
export interface SeriesResult {
  readonly series: CompiledSeries;
  readonly evaluation: SeriesEvaluation;
  readonly forecast: SeriesForecast;
}

export interface AntigenResult {
  readonly antigen: CompiledAntigen;
  /** The doses that hold the antigen, in the order of their days. */
  readonly doses: readonly GivenDose[];
  /** The best of every series group; none where no series concerns the person. */
  readonly best: readonly SeriesResult[];
}

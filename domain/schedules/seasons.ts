import type { SeriesName } from '../products/product.ts';
import type { YearlySeason } from './evaluation/schedule-book.ts';

/**
 * STIKO recommends October to mid-December, and to vaccinate as long as influenza goes round. The vaccine of a season
 * is delivered from summer on: as in the CDC's supporting data (1 July to 30 June), a dose from July on counts for the
 * season to come.
 */
export const influenzaSeason: YearlySeason = {
  kind: 'yearly',
  from: '10-01',
  to: '03-31',
  countsFrom: '07-01',
};

const seasons: { readonly [Name in SeriesName]?: YearlySeason } = { influenza: influenzaSeason };

/** When a series begins anew each year; undefined for one that is counted for life. */
export function seasonOfSeries(series: string): YearlySeason | undefined {
  return Object.hasOwn(seasons, series) ? seasons[series as SeriesName] : undefined;
}

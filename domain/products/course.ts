import { type Bilingual, inBoth, inEach } from '../kernel/bilingual.ts';
import type { ProductId } from '../kernel/ids.ts';
import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { seasonOfSeries } from '../schedules/seasons.ts';
import { productOf, seriesOfProduct } from './catalogue.ts';

/** The doses that are counted together: all of a series, or those of one season where it is given every season. */
export interface Course {
  readonly productId: ProductId;
  /** The day that it was asked for: of a dose, of a date, or the day at the desk. */
  readonly on: PlainDate;
  /** The year in which the season begins; absent for a series that is counted for life. */
  readonly season?: number;
}

/** The course that a dose given, or a date booked, on that day is of. */
export function courseOn(productId: ProductId, on: PlainDate): Course {
  const season = seasonOfSeries(seriesOfProduct(productId));
  if (!season) return { productId, on };
  const year = Number(on.slice(0, 4));
  const begins = season.countsFrom ?? season.from;
  return { productId, on, season: on.slice(5) < begins ? year - 1 : year };
}

/** The course of the next season, from the first day on which a dose is recommended; none of a series for life. */
export function courseAfter({ productId, season }: Course): Course | undefined {
  const rule = seasonOfSeries(seriesOfProduct(productId));
  if (!rule || season === undefined) return undefined;
  return { productId, on: `${season + 1}-${rule.from}` as PlainDate, season: season + 1 };
}

/** The first and the last day whose doses count in the course; undefined for one that is counted for life. */
export function daysOfCourse({
  productId,
  season,
}: Course): { readonly from: PlainDate; readonly to: PlainDate } | undefined {
  const rule = seasonOfSeries(seriesOfProduct(productId));
  if (!rule || season === undefined) return undefined;
  const begins = (year: number) => `${year}-${rule.countsFrom ?? rule.from}` as PlainDate;
  return { from: begins(season), to: addDays(begins(season + 1), -1) };
}

/** Whether a dose of that product on that day counts in the course. */
export function isOfCourse(course: Course, productId: ProductId, day: PlainDate): boolean {
  return nameOfCourse(courseOn(productId, day)) === nameOfCourse(course);
}

/** The same for all doses of one course, and for no other. */
export function nameOfCourse({ productId, season }: Course): string {
  const series = seriesOfProduct(productId);
  return season === undefined ? series : `${series} ${season}`;
}

/** What the course protects from: `Influenza 2026/27`. */
export function diseaseOfCourse(course: Course): Bilingual {
  const disease = productOf(course.productId)?.disease ?? inBoth('');
  const season = seasonWords(course);
  return season === undefined ? disease : inEach((language) => `${disease[language]} ${season}`);
}

/** How people write a season: `2026/27`; undefined for a series that is counted for life. */
export function seasonWords({ season }: Course): string | undefined {
  return season === undefined ? undefined : `${season}/${String((season + 1) % 100).padStart(2, '0')}`;
}

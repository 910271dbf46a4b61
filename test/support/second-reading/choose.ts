import { groupBy } from '../../../domain/kernel/group-by.ts';
import { add, isInForce, lastDay, latestOf } from './dates.ts';
import { codesOf, mayStart, type Patient } from './patient.ts';
import type { SeriesReading } from './read-series.ts';

/** Chapter 8: one series for each series group, without what another group makes needless. */
export function bestOf(patient: Patient, readings: readonly SeriesReading[]): SeriesReading[] {
  const groups = groupBy(readings, ({ series }) => series.selectSeries.seriesGroup);
  const prioritised = [...groups.values()].flatMap((group) => prioritisedOf(patient, group) ?? []);
  return prioritised.filter((reading) => {
    if (reading.status === 'Complete') return true;
    const equivalent = codesOf(reading.series.equivalentSeriesGroups);
    const others = prioritised.filter(({ series }) => equivalent.includes(series.selectSeries.seriesGroup));
    if (others.some(({ status }) => status === 'Complete')) return false;
    if (reading.series.seriesType !== 'Standard') return reading.series.seriesType === 'Risk';
    return !others.some(({ series }) => series.seriesType === 'Risk');
  });
}

function prioritisedOf(patient: Patient, group: readonly SeriesReading[]): SeriesReading | undefined {
  const defaults = group.filter(({ series }) => series.selectSeries.defaultSeries === 'Yes');
  const scorable = scorableOf(patient, group, defaults.length > 0);
  const usual = defaults.find(({ series }) => mayStart(patient, series));
  const complete = scorable.filter(({ status }) => status === 'Complete');
  const begun = scorable.filter(({ status, satisfied }) => status === 'Not complete' && satisfied.length > 0);
  if (scorable.length < 2) return scorable[0] ?? usual;
  if (complete.length > 0) return highest(complete, [points(complete.map(validDoses), 1)]);
  if (begun.length > 0) return highest(begun, pointsOfBegun(patient, begun));
  return usual ?? highest(scorable, pointsOfNone(patient, scorable));
}

/** SELECTB-24 and SELECTSCORE-2. */
function scorableOf(
  { born, ...patient }: Patient,
  group: readonly SeriesReading[],
  hasDefault: boolean,
): SeriesReading[] {
  const possible = group.filter(({ status }) => status !== 'Contraindicated');
  const first = group.map(({ series }) => series.selectSeries.seriesPriority).sort()[0];
  return (possible.length > 0 ? possible : group).filter((reading) => {
    const { seriesType, selectSeries } = reading.series;
    if (seriesType === 'Risk') return selectSeries.seriesPriority === first;
    if (seriesType === 'Evaluation Only') return reading.status === 'Complete';
    if (group.every((each) => validDoses(each) === 0))
      return !hasDefault && mayStart({ born, ...patient }, reading.series);
    const begunOn = reading.satisfied[0]?.dose.on;
    return (
      begunOn !== undefined &&
      (!selectSeries.maxAgeToStart || begunOn < add(born, selectSeries.maxAgeToStart))
    );
  });
}

function validDoses({ satisfied }: SeriesReading): number {
  return satisfied.length;
}

/** Table 8-9. */
function pointsOfBegun(patient: Patient, readings: readonly SeriesReading[]): number[][] {
  const finishes = readings.map((reading) => finishOf(patient, reading));
  const soonest = finishes.map(({ day, isPossible }) => (isPossible ? -Date.parse(day) : Number.NaN));
  return [
    readings.map(({ series, statuses }) =>
      series.selectSeries.productPath === 'Yes' && [...statuses.values()].every((each) => each === 'Valid')
        ? 2
        : -2,
    ),
    finishes.map(({ isPossible }) => (isPossible ? 3 : -3)),
    points(readings.map(validDoses), 2),
    points(
      readings.map(({ series, target }) => target - series.seriesDose.length),
      2,
    ),
    points(soonest, 1),
  ];
}

/** Table 8-11. */
function pointsOfNone(patient: Patient, readings: readonly SeriesReading[]): number[][] {
  return [
    points(
      readings.map(({ earliest = lastDay }) => -Date.parse(earliest)),
      1,
    ),
    readings.map((reading) => (finishOf(patient, reading).isPossible ? 1 : -1)),
    readings.map(({ series }) => (series.selectSeries.productPath === 'Yes' ? -1 : 1)),
  ];
}

/** SELECTB-3 and SELECTB-12. */
function finishOf({ born, at }: Patient, { series, target, earliest }: SeriesReading) {
  if (!earliest) return { day: lastDay, isPossible: false };
  let day = earliest;
  for (const { interval = [] } of series.seriesDose.slice(target + 1))
    day = latestOf([
      day,
      ...interval.flatMap(({ fromPrevious, minInt }) =>
        fromPrevious === 'Y' && minInt ? [add(day, minInt)] : [],
      ),
    ]);
  const maximum = series.seriesDose.at(-1)?.age?.find((age) => isInForce(age, at))?.maxAge;
  return { day, isPossible: !maximum || day < add(born, maximum) };
}

/** What one has alone gives points, what several share none, and what one has not takes them away. */
function points(figures: readonly number[], worth: number): number[] {
  const most = Math.max(...figures.filter((figure) => !Number.isNaN(figure)));
  const sharing = figures.filter((figure) => figure === most).length;
  return figures.map((figure) => {
    if (figure !== most) return -worth;
    return sharing === 1 ? worth : 0;
  });
}

function highest(
  readings: readonly SeriesReading[],
  columns: readonly (readonly number[])[],
): SeriesReading | undefined {
  const ranked = readings.map((reading, row) => ({
    reading,
    score: columns.reduce((sum, column) => sum + (column[row] ?? 0), 0),
    preference: Number(reading.series.selectSeries.seriesPreference ?? 99),
  }));
  ranked.sort((one, other) => other.score - one.score || one.preference - other.preference);
  return ranked[0]?.reading;
}

import { bestOf } from './choose.ts';
import { latestOf } from './dates.ts';
import { type Case, type Given, holds, isRelevant, type Patient, patientOf } from './patient.ts';
import type { Published } from './published.ts';
import { readSeries, type SeriesReading, type Status } from './read-series.ts';

export interface Answer {
  readonly doses: readonly Status[];
  readonly series: string;
  readonly earliest?: string;
  readonly recommended?: string;
}

/**
 * The CDC's logic specification (4.6), read a second time straight off its published files, slowly and without a look at
 * the engine: both have to say the same of whatever history.
 */
export function readCase(published: Published, group: string, asked: Case): Answer {
  const patient = patientOf(published, asked);
  const antigens = published.groups.get(group) ?? [];
  const best = new Map(antigens.map((antigen) => [antigen, readAntigen(patient, antigen)]));
  const all = [...best.values()].flat();
  const series = statusOf(all, antigens.length);
  const due = all.filter(({ earliest }) => earliest !== undefined);
  const doses = (asked.doses ?? []).map((dose) => statusOfDose(patient, dose, best));
  if (series !== 'Not complete') return { doses, series };
  const earliest = earliestOf(patient, antigens, due);
  const recommended = due.map(({ recommended = '' }) => recommended).sort()[0] ?? earliest;
  return { doses, series, earliest, recommended: latestOf([earliest, recommended]) };
}

const decides = ['Not complete', 'Complete', 'Contraindicated', 'Aged out', 'Not recommended', 'Immune'];

function readAntigen(patient: Patient, antigen: string): SeriesReading[] {
  const all = patient.published.antigens.get(antigen)?.series ?? [];
  const readings = all
    .filter((series) => isRelevant(patient, series))
    .flatMap((series) => readSeries(patient, series, (dose) => countsForAny(patient, dose)) ?? []);
  return bestOf(patient, readings).sort(
    (one, other) => decides.indexOf(one.status) - decides.indexOf(other.status),
  );
}

function countsForAny(patient: Patient, dose: Given): boolean {
  const known = patient.counts.get(dose);
  if (known !== undefined) return known;
  patient.counts.set(dose, false);
  const until = patient.doses.slice(0, patient.doses.indexOf(dose) + 1);
  const before: Patient = { ...patient, doses: until, series: new Map() };
  const told = antigensOf(patient, dose).flatMap(
    (antigen) => statusIn(readAntigen(before, antigen), dose) ?? [],
  );
  const counts = told.length === 0 || told.includes('Valid');
  patient.counts.set(dose, counts);
  return counts;
}

function antigensOf(patient: Patient, dose: Given): string[] {
  return [...patient.published.antigens.keys()].filter((antigen) => holds(patient, dose, antigen));
}

function statusIn(best: readonly SeriesReading[], dose: Given): Status | undefined {
  const told = best.flatMap(({ statuses }) => statuses.get(dose) ?? []);
  return told.includes('Valid') ? 'Valid' : told[0];
}

function statusOfDose(
  patient: Patient,
  dose: Given,
  best: ReadonlyMap<string, readonly SeriesReading[]>,
): Status {
  const own = [...best.values()].flatMap((each) => statusIn(each, dose) ?? []);
  const elsewhere = () =>
    antigensOf(patient, dose).flatMap((antigen) => statusIn(readAntigen(patient, antigen), dose) ?? []);
  const told = own.length > 0 ? own : elsewhere();
  return (['Valid', 'Not Valid', 'Extraneous'] as const).find((each) => told.includes(each)) ?? 'Not Valid';
}

/** Table 9-4, and for one antigen the series that is still due. */
function statusOf(best: readonly SeriesReading[], antigens: number): string {
  const has = (status: string) => best.some((reading) => reading.status === status);
  if (best.length === 0) return 'Not recommended';
  if (antigens === 1) return decides.find(has) ?? 'Not recommended';
  const worst = ['Contraindicated', 'Aged out', 'Not recommended', 'Not complete'].find(has);
  return worst ?? (has('Complete') ? 'Complete' : 'Immune');
}

/** SINGLEANTVG-2, MULTIANTVG-1 and FORECASTPRIORITY-1. */
function earliestOf(patient: Patient, antigens: readonly string[], due: readonly SeriesReading[]): string {
  const days = due.map(({ earliest = '' }) => earliest).sort();
  const hasPriority = due.some(({ series, target }) => {
    const intervals = series.seriesDose[target]?.interval ?? [];
    return intervals.length > 0 && intervals.every((each) => each.intervalPriority === 'override');
  });
  if (antigens.length > 1 && !hasPriority) return days.at(-1) ?? '';
  if (antigens.length === 1) return days[0] ?? '';
  const given = patient.doses.filter((dose) => antigens.some((antigen) => holds(patient, dose, antigen)));
  return latestOf([days[0] ?? '', ...given.map(({ on }) => on)]);
}

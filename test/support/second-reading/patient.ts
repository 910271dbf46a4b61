import { add, isWithin } from './dates.ts';
import type { Published, Series } from './published.ts';
import type { SeriesReading } from './read-series.ts';

export interface Given {
  readonly on: string;
  readonly cvx: string;
  readonly mvx?: string;
}

/** A line of a batch. */
export interface Case {
  readonly id: string;
  readonly group: string;
  readonly born: string;
  readonly at: string;
  readonly sex: string;
  readonly doses?: readonly Given[];
  readonly history?: readonly (string | { readonly code: string; readonly on?: string })[];
}

/** One person on one day, with what was worked out about them so far. */
export interface Patient {
  readonly published: Published;
  readonly born: string;
  readonly at: string;
  readonly gender: string;
  readonly observed: ReadonlyMap<string, string | undefined>;
  readonly doses: readonly Given[];
  readonly series: Map<Series, SeriesReading | undefined>;
  /** Whether a dose counts for any of its antigens by what was known on its day. */
  readonly counts: Map<Given, boolean>;
}

export function patientOf(published: Published, { born, at, sex, doses = [], history = [] }: Case): Patient {
  const observed = new Map<string, string | undefined>();
  for (const each of history) {
    const { code, on } = typeof each === 'string' ? { code: each, on: undefined } : each;
    const known = observed.get(code);
    observed.set(code, known && (!on || on < known) ? known : on);
  }
  const placeOf = ({ cvx }: Given) => published.products.get(cvx)?.place ?? 999;
  return {
    published,
    born,
    at,
    gender: { F: 'Female', M: 'Male' }[sex] ?? 'Unknown',
    observed,
    doses: [...doses].sort(
      (one, other) =>
        one.on.localeCompare(other.on) ||
        placeOf(one) - placeOf(other) ||
        (one.mvx ?? '').localeCompare(other.mvx ?? ''),
    ),
    series: new Map(),
    counts: new Map(),
  };
}

export function holds({ published, born }: Patient, { cvx, on }: Given, antigen: string): boolean {
  return (published.products.get(cvx)?.antigens ?? []).some(
    (part) => part.antigen === antigen && isWithin(born, part, on),
  );
}

/** Standard series concern everybody of that gender, risk series whoever has an indication of that age. */
export function isRelevant({ gender, observed, born, at }: Patient, series: Series): boolean {
  if (series.requiredGender && !series.requiredGender.includes(gender)) return false;
  if (series.seriesType !== 'Risk') return true;
  return (series.indication ?? []).some(
    (each) => observed.has(each.observationCode.code) && isWithin(born, each, at),
  );
}

export function mayStart({ born, at }: Patient, { selectSeries }: Series): boolean {
  return !selectSeries.minAgeToStart || at >= add(born, selectSeries.minAgeToStart);
}

export function codesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[;,]/)
    .map((code) => code.trim())
    .filter(Boolean);
}

import type { Bilingual } from '../kernel/bilingual.ts';
import type { ProductId } from '../kernel/ids.ts';
import type { ObservationMinutes } from '../vaccination/observation-events.ts';

/** Products of one series stand for one another: their doses are counted together. */
export const seriesNames = ['covid-19', 'influenza', 'mmr', 'hepatitis-b', 'tbe', 'mpox'] as const;
export type SeriesName = (typeof seriesNames)[number];

export interface AgeLimits {
  /** Full years, both included. */
  readonly fromYears: number;
  readonly toYears?: number;
}

/** A vaccine as the desk names it and as records and certificates code it. */
export interface Product {
  readonly productId: ProductId;
  readonly name: string;
  readonly series: SeriesName;
  readonly manufacturer: string;
  /** EU marketing authorisation number; absent where each packing has a national one of its own. */
  readonly authorisation?: string;
  readonly atcCode: string;
  /** What the CDC's code set calls it: FHIR immunizations carry it. */
  readonly cvxCode: string;
  /** What it protects from, as a pass says it. */
  readonly disease: Bilingual;
  /** SNOMED CT codes of those diseases. */
  readonly diseaseCodes: readonly string[];
  readonly amountMl: number;
  readonly route: 'intramuscular' | 'subcutaneous';
  /** How long people are observed after it: STIKO recommends at least 15 minutes for every vaccine. */
  readonly observationMinutes: ObservationMinutes;
  /** For whom it is authorised; outside of it a dose is a knowing exception. */
  readonly ages: AgeLimits;
  /** Where amount, route and ages come from, as a person would cite it. */
  readonly source: string;
}

export type AgeWarning = 'too-young' | 'too-old';

/** What a product's age limits have against somebody of so many full years. */
export function ageWarning(
  { ages }: Pick<Product, 'ages'>,
  years: number | undefined,
): AgeWarning | undefined {
  if (years === undefined) return undefined;
  if (years < ages.fromYears) return 'too-young';
  return ages.toYears !== undefined && years > ages.toYears ? 'too-old' : undefined;
}

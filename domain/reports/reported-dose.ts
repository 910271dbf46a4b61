import type { ProductId } from '../kernel/ids.ts';
import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';
import type { Indication } from '../vaccination/indication.ts';

/** One dose given at this centre, as reports see it: nobody is named. */
export interface ReportedDose {
  readonly doseId: string;
  readonly givenOn: PlainDate;
  readonly productId: ProductId;
  readonly lot: string;
  /** The actual place in the series, as it was recorded. */
  readonly ordinal: number;
  /** Absent of somebody whose data was erased. */
  readonly birthDate?: BirthDate;
  /** Absent where nobody said so. */
  readonly indication?: Indication;
  readonly sex?: 'female' | 'male' | 'diverse';
  readonly postcode?: string;
}

export const ageGroups = ['0-4', '5-11', '12-17', '18-59', '60+', 'unknown'] as const;
export type AgeGroup = (typeof ageGroups)[number];

/** The groups that German vaccination reports count in; by full years on the day of the dose. */
export function ageGroupOf(years: number | undefined): AgeGroup {
  if (years === undefined || years < 0) return 'unknown';
  if (years < 5) return '0-4';
  if (years < 12) return '5-11';
  if (years < 18) return '12-17';
  return years < 60 ? '18-59' : '60+';
}

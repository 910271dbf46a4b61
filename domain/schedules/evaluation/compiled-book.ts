import type { ScheduleBook, SeriesKind, Sex } from './schedule-book.ts';
import type { MonthsAndDays } from './span.ts';

/** A span with its place in the table of ages that is filled once for each person. */
export interface CompiledSpan extends MonthsAndDays {
  readonly id: number;
}

export interface CompiledAgeRange {
  readonly from: CompiledSpan | undefined;
  readonly to: CompiledSpan | undefined;
}

/** Days since 1970-01-01, both included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

export interface CompiledAge extends DayRange {
  readonly absoluteMinimum: CompiledSpan | undefined;
  readonly minimum: CompiledSpan | undefined;
  readonly recommendedFrom: CompiledSpan | undefined;
  readonly recommendedTo: CompiledSpan | undefined;
  readonly maximum: CompiledSpan | undefined;
}

export type CompiledStart =
  | { readonly from: 'previous-dose' }
  | { readonly from: 'target-dose'; readonly target: number }
  | { readonly from: 'products'; readonly products: ReadonlySet<number> }
  | { readonly from: 'observation'; readonly observation: string };

export interface CompiledInterval extends DayRange {
  readonly start: CompiledStart;
  readonly absoluteMinimum: MonthsAndDays | undefined;
  readonly minimum: MonthsAndDays | undefined;
  readonly recommendedFrom: MonthsAndDays | undefined;
  readonly recommendedTo: MonthsAndDays | undefined;
}

export interface CompiledUse extends CompiledAgeRange {
  readonly product: number;
  readonly maker: string | undefined;
}

export type CompiledCondition =
  | ({ readonly kind: 'age' } & CompiledAgeRange)
  | { readonly kind: 'interval'; readonly interval: MonthsAndDays }
  | { readonly kind: 'series-complete'; readonly seriesGroups: readonly string[] }
  | CompiledCount;

export interface CompiledCount extends CompiledAgeRange {
  readonly kind: 'dose-count';
  readonly counts: 'valid' | 'total';
  readonly compare: 'more' | 'equal' | 'fewer';
  readonly count: number;
  readonly products: ReadonlySet<number> | undefined;
  readonly fromDay: number;
  /** Not included. */
  readonly toDay: number;
  readonly isOfSeason: boolean;
}

export interface CompiledSet extends DayRange {
  readonly join: 'all' | 'any';
  readonly conditions: readonly CompiledCondition[];
}

export interface CompiledSkip {
  readonly join: 'all' | 'any';
  readonly sets: readonly CompiledSet[];
}

export type CompiledSeason =
  | ({ readonly kind: 'dates' } & DayRange)
  | {
      readonly kind: 'yearly';
      readonly from: MonthDay;
      readonly to: MonthDay;
      /** From when on a dose counts for the season to come. */
      readonly countsFrom: MonthDay | undefined;
    };

export interface MonthDay {
  readonly month: number;
  readonly dayOfMonth: number;
}

export interface CompiledDose {
  readonly ages: readonly CompiledAge[];
  readonly intervals: readonly CompiledInterval[];
  readonly allowableIntervals: readonly CompiledInterval[];
  readonly preferable: ReadonlyMap<number, readonly CompiledUse[]>;
  readonly allowable: ReadonlyMap<number, readonly CompiledUse[]>;
  readonly inadvertent: ReadonlySet<number>;
  readonly skipsInEvaluation: readonly CompiledSkip[];
  readonly skipsInForecast: readonly CompiledSkip[];
  readonly isRecurring: boolean;
  readonly season: CompiledSeason | undefined;
  /** In a group of several antigens this dose does not wait for the others. */
  readonly hasPriority: boolean;
}

export interface CompiledSeries {
  readonly name: string;
  readonly kind: SeriesKind;
  readonly sexes: readonly Sex[] | undefined;
  readonly seriesGroup: string;
  readonly equivalentGroups: readonly string[];
  readonly isDefault: boolean;
  readonly isOfOneProduct: boolean;
  readonly priority: string;
  readonly preference: number;
  readonly minimumAgeToStart: CompiledSpan | undefined;
  readonly maximumAgeToStart: CompiledSpan | undefined;
  readonly indications: readonly (CompiledAgeRange & { readonly observation: string })[];
  readonly doses: readonly CompiledDose[];
}

export interface CompiledContraindication extends CompiledAgeRange {
  readonly observation: string;
  readonly products: ReadonlyMap<number, readonly CompiledAgeRange[]> | undefined;
}

export interface CompiledAntigen {
  readonly name: string;
  readonly immuneObservations: ReadonlySet<string>;
  readonly immuneIfBorn:
    | {
        readonly before: number;
        readonly country: string | undefined;
        readonly unlessObserved: readonly string[];
      }
    | undefined;
  readonly contraindications: readonly CompiledContraindication[];
  readonly series: readonly CompiledSeries[];
}

export interface CompiledProduct {
  readonly code: string;
  readonly antigens: readonly (CompiledAgeRange & { readonly antigen: number })[];
}

export interface CompiledConflict {
  readonly from: MonthsAndDays;
  readonly untilAfterValid: MonthsAndDays;
  readonly until: MonthsAndDays;
}

export interface CompiledGroup {
  readonly name: string;
  readonly antigens: readonly number[];
  readonly isGivenWhole: boolean;
}

/** A schedule book made ready to answer quickly: codes are numbers, texts are days, lists are maps. */
export interface CompiledBook {
  readonly book: ScheduleBook;
  readonly products: readonly CompiledProduct[];
  readonly productByCode: ReadonlyMap<string, number>;
  readonly observations: ReadonlySet<string>;
  readonly antigens: readonly CompiledAntigen[];
  readonly groups: ReadonlyMap<string, CompiledGroup>;
  /** By the later product, then by the earlier one. */
  readonly conflicts: ReadonlyMap<number, ReadonlyMap<number, CompiledConflict>>;
  readonly spanCount: number;
}

import type { Bilingual } from '../../kernel/bilingual.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';

/** Years, months, weeks and days that are added in this order: `12 months - 4 days`, `3 months + 4 weeks`. */
export type Span = string;

/** A day of every year, `MM-DD`. */
export type DayOfYear = string;

/** All schedules of one source in one version. Its rules are never changed, a new version takes its place. */
export interface ScheduleBook {
  readonly book: string;
  readonly version: string;
  /** Where the rules come from, as a person would cite it. */
  readonly source: string;
  /** Missing only in data of others that does not say it. */
  readonly issuedOn?: PlainDate;
  /** What whoever uses these schedules has to know first. */
  readonly note?: Bilingual;
  readonly groups: readonly ProductGroup[];
  readonly products: readonly ProductRule[];
  readonly conflicts: readonly ConflictRule[];
  readonly observations: readonly { readonly code: string; readonly title: string }[];
  readonly antigens: readonly AntigenRules[];
}

/** What people speak of as one vaccination, by one or several antigens: MMR, tetanus and diphtheria. */
export interface ProductGroup {
  readonly name: string;
  readonly antigens: readonly string[];
  /** Every dose holds all antigens, so that a dose is due as soon as one antigen needs it. */
  readonly isGivenWhole?: boolean;
}

export interface ProductRule {
  readonly code: string;
  readonly name: string;
  readonly antigens: readonly (AgeRange & { readonly antigen: string })[];
}

/** From the begin of `fromAge` to the day before `toAge`. */
export interface AgeRange {
  readonly fromAge?: Span;
  readonly toAge?: Span;
}

/** In force for doses (or forecasts) on these days, both included. */
export interface InForce {
  readonly inForceFrom?: PlainDate;
  readonly inForceTo?: PlainDate;
}

/** `later` must not be given from `from` until the day before `until` after `earlier`. */
export interface ConflictRule {
  readonly earlier: string;
  readonly later: string;
  readonly from: Span;
  readonly untilAfterValid: Span;
  readonly until: Span;
}

export interface AntigenRules {
  readonly antigen: string;
  readonly immunity?: ImmunityRule;
  readonly contraindications: readonly ContraindicationRule[];
  readonly series: readonly SeriesRule[];
}

/** Who counts as immune without a vaccination: by an observation, or by being born before a day. */
export interface ImmunityRule {
  readonly observations: readonly string[];
  readonly bornBefore?: {
    readonly day: PlainDate;
    readonly country?: string;
    readonly unlessObserved: readonly string[];
  };
}

/** Without `products` nobody with the observation gets the antigen, with them they get other products only. */
export interface ContraindicationRule extends AgeRange {
  readonly observation: string;
  readonly text: string;
  readonly products?: readonly (AgeRange & { readonly product: string })[];
}

export type SeriesKind = 'standard' | 'risk' | 'evaluation-only';
export type Sex = 'female' | 'male' | 'unknown';

/** One way to become protected: doses one after another. */
export interface SeriesRule {
  readonly name: string;
  readonly kind: SeriesKind;
  readonly sexes?: readonly Sex[];
  /** Series of one antigen compete within a series group; the best of each group is the answer. */
  readonly seriesGroup: string;
  readonly equivalentGroups: readonly string[];
  readonly isDefault: boolean;
  /** Every dose is of one product; fewer doses than the usual way. */
  readonly isOfOneProduct: boolean;
  /** `A` goes before `B`. */
  readonly priority: string;
  readonly preference?: number;
  readonly minimumAgeToStart?: Span;
  readonly maximumAgeToStart?: Span;
  readonly indications: readonly (AgeRange & { readonly observation: string })[];
  readonly doses: readonly TargetDoseRule[];
}

/** What one dose of a series has to be. An exceeded recommended interval never restarts a series. */
export interface TargetDoseRule {
  readonly ages: readonly AgeRule[];
  readonly intervals: readonly IntervalRule[];
  /** Enough where a preferable interval was missed. */
  readonly allowableIntervals: readonly IntervalRule[];
  readonly preferable: readonly ProductUse[];
  readonly allowable: readonly ProductUse[];
  readonly inadvertent: readonly string[];
  readonly skips: readonly SkipRule[];
  readonly isRecurring: boolean;
  readonly season?: Season;
}

export interface AgeRule extends InForce {
  /** The minimum with the days of grace taken off. */
  readonly absoluteMinimum?: Span;
  readonly minimum?: Span;
  readonly recommendedFrom?: Span;
  readonly recommendedTo?: Span;
  readonly maximum?: Span;
}

export type IntervalStart =
  | { readonly from: 'previous-dose' }
  | { readonly from: 'target-dose'; readonly dose: number }
  | { readonly from: 'products'; readonly products: readonly string[] }
  | { readonly from: 'observation'; readonly observation: string };

export interface IntervalRule extends InForce {
  readonly start: IntervalStart;
  readonly absoluteMinimum?: Span;
  readonly minimum?: Span;
  readonly recommendedFrom?: Span;
  readonly recommendedTo?: Span;
  /** In a group of several antigens this dose does not wait for the other antigens. */
  readonly hasPriority?: boolean;
}

export interface ProductUse extends AgeRange {
  readonly product: string;
  /** Only of this maker (MVX). */
  readonly maker?: string;
  readonly amountMl?: number;
  /** Named in a forecast where several would do. */
  readonly isNamedInForecast?: boolean;
}

export interface SkipRule {
  readonly when: 'evaluation' | 'forecast' | 'both';
  readonly join: 'all' | 'any';
  readonly sets: readonly SkipSet[];
}

export interface SkipSet extends InForce {
  readonly reason?: string;
  readonly join: 'all' | 'any';
  readonly conditions: readonly SkipCondition[];
}

export type SkipCondition =
  | (AgeRange & { readonly kind: 'age' })
  | { readonly kind: 'interval'; readonly interval: Span }
  | { readonly kind: 'series-complete'; readonly seriesGroups: readonly string[] }
  | DoseCountCondition;

export interface DoseCountCondition extends AgeRange {
  readonly kind: 'dose-count';
  readonly counts: 'valid' | 'total';
  readonly compare: 'more' | 'equal' | 'fewer';
  readonly count: number;
  /** Any product where it is absent. */
  readonly products?: readonly string[];
  /** From this day on. */
  readonly fromDate?: PlainDate;
  /** Before this day. */
  readonly toDate?: PlainDate;
  /** Only doses of the season of the day that is asked about. */
  readonly isOfSeason?: boolean;
}

/** When a dose is offered: on certain dates, or in every year; both days included. */
export type Season =
  | { readonly kind: 'dates'; readonly from: PlainDate; readonly to?: PlainDate }
  | YearlySeason;

export interface YearlySeason {
  readonly kind: 'yearly';
  readonly from: DayOfYear;
  readonly to: DayOfYear;
  /** Doses from this day on count for the season to come; those from \`from\` on where it is absent. */
  readonly countsFrom?: DayOfYear;
}

import type { Assessment, GivenDose } from './assessment.ts';
import type { CompiledDose, CompiledSeries } from './compiled-book.ts';

export type DoseStatus = 'valid' | 'not-valid' | 'extraneous';

export type DoseReason =
  | 'too-young'
  | 'too-old'
  | 'too-soon'
  | 'conflict'
  | 'inadvertent'
  | 'other-product'
  | 'series-complete';

export interface Verdict {
  readonly status: DoseStatus;
  readonly reason?: DoseReason;
}

/** A dose that the series asks for, and what became of it. */
export interface Target {
  readonly rule: CompiledDose;
  /** Its place in the rules of the series; a recurring dose stands there again and again. */
  readonly place: number;
  status: 'open' | 'satisfied' | 'skipped';
  givenBy?: GivenDose;
}

/** A series while and after the doses are held against it. */
export interface SeriesEvaluation {
  readonly assessment: Assessment;
  readonly series: CompiledSeries;
  /** The doses that hold the antigen, in the order of their days. */
  readonly doses: readonly GivenDose[];
  /** One for each dose evaluated so far. */
  readonly verdicts: Verdict[];
  readonly targets: Target[];
  /** The target that is looked at; as many as there are targets when none is open. */
  current: number;
  /** Whether a series of these groups is complete for this person. */
  readonly isComplete: (seriesGroups: readonly string[]) => boolean;
  /** Whether a dose counts as valid for any of its antigens, or none of them is evaluated. */
  readonly isValidDose: (dose: GivenDose) => boolean;
}

export const valid: Verdict = { status: 'valid' };

export function validDosesOf({ targets }: SeriesEvaluation): number {
  return targets.reduce((count, { status }) => (status === 'satisfied' ? count + 1 : count), 0);
}

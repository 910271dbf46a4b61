import type { GivenDose } from './assessment.ts';
import type { CompiledDose } from './compiled-book.ts';
import { evaluateAge } from './evaluate-age.ts';
import { isInConflict } from './evaluate-conflict.ts';
import { intervalsAreKept } from './evaluate-interval.ts';
import { isPreferableOrAllowable } from './evaluate-product.ts';
import { type SeriesEvaluation, type Target, type Verdict, valid } from './series-evaluation.ts';
import { maySkip } from './skip-target.ts';

/** Holds every dose against the next open target of the series, in the order of their days. */
export function evaluateDoses(evaluation: SeriesEvaluation): void {
  for (const dose of evaluation.doses) evaluation.verdicts.push(verdictOn(evaluation, dose));
}

function verdictOn(evaluation: SeriesEvaluation, dose: GivenDose): Verdict {
  const target = nextTarget(evaluation, dose);
  if (!target) return { status: 'extraneous', reason: 'series-complete' };
  const verdict = evaluateDose(evaluation, target.rule, dose);
  if (verdict.status !== 'valid') return verdict;
  target.status = 'satisfied';
  target.givenBy = dose;
  if (target.rule.isRecurring) repeatTarget(evaluation, target);
  evaluation.current += 1;
  return verdict;
}

/** The target this dose is held against: those that need no dose on its day are passed over. */
function nextTarget(evaluation: SeriesEvaluation, dose: GivenDose): Target | undefined {
  for (;;) {
    const target = evaluation.targets[evaluation.current];
    if (!target) return undefined;
    if (!maySkip(evaluation, target.rule.skipsInEvaluation, { day: dose.on, before: dose })) return target;
    target.status = 'skipped';
    evaluation.current += 1;
  }
}

function evaluateDose(evaluation: SeriesEvaluation, rule: CompiledDose, dose: GivenDose): Verdict {
  if (rule.inadvertent.has(dose.product)) return { status: 'not-valid', reason: 'inadvertent' };
  const age = evaluateAge(evaluation.assessment, rule, dose.on);
  if (age === 'too-old') return { status: 'extraneous', reason: 'too-old' };
  if (age === 'too-young') return { status: 'not-valid', reason: 'too-young' };
  if (isInConflict(evaluation, dose)) return { status: 'not-valid', reason: 'conflict' };
  if (!intervalsAreKept(evaluation, rule, dose)) return { status: 'not-valid', reason: 'too-soon' };
  if (!isPreferableOrAllowable(evaluation.assessment, rule, dose))
    return { status: 'not-valid', reason: 'other-product' };
  return valid;
}

/** What recurs stands in the series once more after it was given. */
function repeatTarget({ targets, current }: SeriesEvaluation, { rule, place }: Target): void {
  targets.splice(current + 1, 0, { rule, place, status: 'open' });
}

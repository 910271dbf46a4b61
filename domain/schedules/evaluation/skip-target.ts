import { type GivenDose, isOfAge } from './assessment.ts';
import type { CompiledCondition, CompiledCount, CompiledSet, CompiledSkip } from './compiled-book.ts';
import { countedAround } from './season.ts';
import type { SeriesEvaluation } from './series-evaluation.ts';
import { addSpan } from './span.ts';

/** The day a skip is asked about; only doses before `before` count, all doses where it is absent. */
export interface SkipQuestion {
  readonly day: number;
  readonly before?: GivenDose;
}

/** Whether a target needs no dose on that day. Any of its skips is enough. */
export function maySkip(
  evaluation: SeriesEvaluation,
  skips: readonly CompiledSkip[],
  question: SkipQuestion,
): boolean {
  return skips.some(({ join, sets }) => {
    const isMet = (set: CompiledSet) => setIsMet(evaluation, set, question);
    return join === 'any' ? sets.some(isMet) : sets.every(isMet);
  });
}

function setIsMet(evaluation: SeriesEvaluation, set: CompiledSet, question: SkipQuestion): boolean {
  if (question.day < set.from || question.day > set.to) return false;
  const isMet = (condition: CompiledCondition) => conditionIsMet(evaluation, condition, question);
  return set.join === 'any' ? set.conditions.some(isMet) : set.conditions.every(isMet);
}

function conditionIsMet(
  evaluation: SeriesEvaluation,
  condition: CompiledCondition,
  question: SkipQuestion,
): boolean {
  switch (condition.kind) {
    case 'age':
      return isOfAge(evaluation.assessment, condition, question.day);
    case 'interval': {
      const previous = previousDose(evaluation, question.before);
      return previous !== undefined && question.day >= addSpan(previous.on, condition.interval);
    }
    case 'series-complete':
      return evaluation.isComplete(condition.seriesGroups);
    case 'dose-count':
      return compare(condition, countDoses(evaluation, condition, question));
  }
}

function compare({ compare, count }: CompiledCount, found: number): boolean {
  if (compare === 'more') return found > count;
  return compare === 'equal' ? found === count : found < count;
}

function countDoses(evaluation: SeriesEvaluation, condition: CompiledCount, question: SkipQuestion): number {
  const { assessment, doses, verdicts } = evaluation;
  const season = condition.isOfSeason ? countedAround(evaluation, question.day) : undefined;
  let found = 0;
  for (const dose of assessment.doses) {
    if (dose === question.before) break;
    if (condition.products && !condition.products.has(dose.product)) continue;
    if (dose.on < condition.fromDay || dose.on >= condition.toDay) continue;
    if (season && (dose.on < season.from || dose.on > season.to)) continue;
    if (!isOfAge(assessment, condition, dose.on)) continue;
    const own = doses.indexOf(dose);
    const counts =
      condition.counts === 'total' ? condition.products !== undefined || own >= 0 : isValid(verdicts[own]);
    if (counts) found += 1;
  }
  return found;
}

function isValid(verdict: { readonly status: string } | undefined): boolean {
  return verdict?.status === 'valid';
}

function previousDose({ doses }: SeriesEvaluation, before: GivenDose | undefined): GivenDose | undefined {
  return before === undefined ? doses.at(-1) : doses[doses.indexOf(before) - 1];
}

import type { GivenDose } from './assessment.ts';
import type { CompiledConflict } from './compiled-book.ts';
import type { SeriesEvaluation } from './series-evaluation.ts';
import { addSpan } from './span.ts';

/** Whether an earlier dose, of whatever antigen, forbids this product on this day (live viruses disturb each other). */
export function isInConflict(evaluation: SeriesEvaluation, dose: GivenDose): boolean {
  const { book, doses } = evaluation.assessment;
  const byEarlier = book.conflicts.get(dose.product);
  if (!byEarlier) return false;
  for (const earlier of doses) {
    if (earlier.on > dose.on) break;
    const conflict = earlier === dose ? undefined : byEarlier.get(earlier.product);
    if (!conflict || dose.on < addSpan(earlier.on, conflict.from)) continue;
    if (dose.on >= addSpan(earlier.on, conflict.until)) continue;
    if (dose.on < conflictEnd(evaluation, earlier, conflict, dose.on)) return true;
  }
  return false;
}

/** From when on a next dose of one of these products is free of conflict with every dose so far. */
export function latestConflictEnd(
  evaluation: SeriesEvaluation,
  products: Iterable<number>,
  after: number,
): number {
  const { book, doses } = evaluation.assessment;
  let latest = after;
  for (const product of products) {
    const byEarlier = book.conflicts.get(product);
    if (!byEarlier) continue;
    for (const earlier of doses) {
      const conflict = byEarlier.get(earlier.product);
      if (!conflict || addSpan(earlier.on, conflict.until) <= latest) continue;
      latest = Math.max(latest, conflictEnd(evaluation, earlier, conflict, latest));
    }
  }
  return latest;
}

/** After a valid dose the conflict ends sooner; asked only where that makes a difference for `day`. */
function conflictEnd(
  evaluation: SeriesEvaluation,
  earlier: GivenDose,
  conflict: CompiledConflict,
  day: number,
): number {
  const sooner = addSpan(earlier.on, conflict.untilAfterValid);
  const later = addSpan(earlier.on, conflict.until);
  if (sooner === later || day >= later) return later;
  return isValid(evaluation, earlier) ? sooner : later;
}

function isValid({ doses, verdicts, isValidDose }: SeriesEvaluation, dose: GivenDose): boolean {
  const place = doses.indexOf(dose);
  const own = place < 0 ? undefined : verdicts[place];
  return own === undefined ? isValidDose(dose) : own.status === 'valid';
}

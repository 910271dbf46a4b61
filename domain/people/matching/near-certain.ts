import type { MatchReason } from './compare-persons.ts';

/**
 * Whether two records agree so much that somebody has to say in words that they are two people. Twins and namesakes
 * exist: nothing is decided by it.
 */
export function isNearCertain(reasons: readonly MatchReason[]): boolean {
  const has = (reason: MatchReason) => reasons.includes(reason);
  if (has('same-insurance-number')) return true;
  if (has('same-birth-date')) return has('same-name') || has('names-swapped') || has('name-similar');
  return has('day-month-swapped') && has('same-name');
}

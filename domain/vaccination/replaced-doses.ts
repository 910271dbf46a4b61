import type { DoseId } from '../kernel/ids.ts';

/** As much of a dose as says whether it gave way to another. */
export interface Replacing {
  readonly doseId: DoseId;
  /** The one that was merely counted before, in whose place this one stands. */
  readonly replaces?: DoseId | undefined;
  readonly isVoided: boolean;
}

/**
 * Those in whose place another one stands that was not voided, or that gave way itself: they neither count nor are
 * shown. Goes by what is known of all of them, not by the order in which it was learnt: one whose replacement is voided
 * counts again.
 */
export function replacedAmong(doses: readonly Replacing[]): ReadonlySet<DoseId> {
  const replaced = new Set<DoseId>();
  const found = (): boolean => {
    const before = replaced.size;
    for (const { doseId, replaces, isVoided } of doses)
      if (replaces !== undefined && (!isVoided || replaced.has(doseId))) replaced.add(replaces);
    return replaced.size > before;
  };
  while (found());
  return replaced;
}

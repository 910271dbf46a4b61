import { type Assessment, type GivenDose, isOfAge } from './assessment.ts';
import type { CompiledDose, CompiledUse } from './compiled-book.ts';

/** Whether the product is one that the target takes at that age: best or at least good enough. */
export function isPreferableOrAllowable(
  assessment: Assessment,
  rule: CompiledDose,
  dose: GivenDose,
): boolean {
  return isAmong(assessment, rule.preferable, dose) || isAmong(assessment, rule.allowable, dose);
}

function isAmong(
  assessment: Assessment,
  uses: ReadonlyMap<number, readonly CompiledUse[]>,
  dose: GivenDose,
): boolean {
  const ofProduct = uses.get(dose.product);
  if (!ofProduct) return false;
  for (const use of ofProduct) {
    const isOfMaker = use.maker === undefined || use.maker === dose.maker;
    if (isOfMaker && isOfAge(assessment, use, dose.on)) return true;
  }
  return false;
}

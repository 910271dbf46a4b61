import type { Assessment } from './assessment.ts';
import type { CompiledAntigen } from './compiled-book.ts';

/** Whether somebody needs no vaccination: a finding says so, or they were born when everybody caught the disease. */
export function isImmune(
  assessment: Assessment,
  { immuneObservations, immuneIfBorn }: CompiledAntigen,
): boolean {
  const { observations, born, country } = assessment;
  for (const observation of observations.keys()) if (immuneObservations.has(observation)) return true;
  if (!immuneIfBorn || born >= immuneIfBorn.before) return false;
  if (immuneIfBorn.unlessObserved.some((observation) => observations.has(observation))) return false;
  return immuneIfBorn.country === undefined || immuneIfBorn.country === country;
}

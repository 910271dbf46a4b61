import { type Assessment, dayOfAge } from './assessment.ts';
import type { CompiledAge, CompiledDose } from './compiled-book.ts';

/** Whether somebody has the age for a dose on that day; the days of grace below the minimum age count. */
export function evaluateAge(
  assessment: Assessment,
  rule: CompiledDose,
  day: number,
): 'right' | 'too-young' | 'too-old' {
  const age = ageInForce(rule, day);
  if (!age) return 'right';
  const least = age.absoluteMinimum ?? age.minimum;
  if (least !== undefined && day < dayOfAge(assessment, least)) return 'too-young';
  if (age.maximum !== undefined && day >= dayOfAge(assessment, age.maximum)) return 'too-old';
  return 'right';
}

/** The ages that are asked for on that day; undefined where any age will do. */
export function ageInForce({ ages }: CompiledDose, day: number): CompiledAge | undefined {
  for (const age of ages) if (age.from <= day && day <= age.to) return age;
  return undefined;
}

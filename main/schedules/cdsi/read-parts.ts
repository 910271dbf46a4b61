import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { AgeRange, InForce } from '../../../domain/schedules/evaluation/schedule-book.ts';

export function agesOf({ beginAge, endAge }: { beginAge?: string; endAge?: string }): AgeRange {
  return {
    ...(beginAge === undefined ? {} : { fromAge: beginAge }),
    ...(endAge === undefined ? {} : { toAge: endAge }),
  };
}

export function forceOf(data: { effectiveDate?: string; cessationDate?: string }): InForce {
  return {
    ...(data.effectiveDate === undefined ? {} : { inForceFrom: dateOf(data.effectiveDate) }),
    ...(data.cessationDate === undefined ? {} : { inForceTo: dateOf(data.cessationDate) }),
  };
}

/** `2025-08-27` or `20250827`. */
export function dateOf(text: string): PlainDate {
  return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') as PlainDate;
}

/** Codes in one text: `'33; 109'`, `'01;11;20'`. */
export function codesOf(text: string): string[] {
  return text
    .split(/[;,]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
}

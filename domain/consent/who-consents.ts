import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';
import type { ConsentingParty } from './events.ts';

/**
 * The law names no age: who understands what a vaccination means consents themselves (§ 630d BGB). Practice takes that for
 * granted from 16 on, has a doctor judge it at 14 and 15, and asks a guardian below. The centre's doctor answers for it.
 */
export const consentsFrom = 16;
export const judgedFrom = 14;

/** Whose consent it takes: `self`, a guardian, or a guardian unless a doctor judges the minor capable. */
export type ConsentAge = 'self' | 'judged' | 'guardian';

/** Of a birth date that is not fully known the latest possible day counts: nobody is taken for older than they may be. */
export function consentAge(birthDate: BirthDate, today: PlainDate): ConsentAge {
  const born = birthDate + '0000-12-31'.slice(birthDate.length);
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  const age = today.slice(5) < born.slice(5) ? years - 1 : years;
  if (age >= consentsFrom) return 'self';
  return age >= judgedFrom ? 'judged' : 'guardian';
}

/** A guardian may always consent: for an adult it is the carer who was appointed. */
export function mayConsent(age: ConsentAge, { who }: ConsentingParty): boolean {
  if (who === 'guardian') return true;
  return who === 'self' ? age === 'self' : age === 'judged';
}

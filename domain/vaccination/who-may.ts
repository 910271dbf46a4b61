import type { Role } from '../staff/roles.ts';

/** Who may do what at the desk: the contract checks by it, screens offer by it. */
export const mayReceive = [
  'reception',
  'vaccinator',
  'screening-doctor',
  'site-lead',
] as const satisfies readonly Role[];
export const mayGiveDoses = [
  'vaccinator',
  'screening-doctor',
  'site-lead',
] as const satisfies readonly Role[];
/** How somebody reacted, and why a dose was given, drawn or voided in spite of something: free words of those who treat. */
export const mayReadMedical = [...mayGiveDoses, 'auditor'] as const satisfies readonly Role[];
/** Sums and pseudonyms of everything that was given. */
export const mayReport = ['site-lead', 'auditor'] as const satisfies readonly Role[];

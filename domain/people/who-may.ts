import type { Role } from '../staff/roles.ts';

/** Who may do what with records of people: the contract checks by it, screens offer by it. */
export const mayLookUp = [
  'reception',
  'vaccinator',
  'screening-doctor',
  'site-lead',
  'auditor',
] as const satisfies readonly Role[];
export const mayKeepRecords = [
  'reception',
  'vaccinator',
  'screening-doctor',
  'site-lead',
] as const satisfies readonly Role[];
export const mayDisclose = ['reception', 'site-lead', 'auditor'] as const satisfies readonly Role[];
export const mayErase = ['site-lead'] as const satisfies readonly Role[];

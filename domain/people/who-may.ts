import { mayAsk, type Role } from '../staff/roles.ts';

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
/** Restricted records (GDPR Art. 18) are for those who answer for them. */
export const maySeeRestricted = ['site-lead', 'auditor'] as const satisfies readonly Role[];

/**
 * The one rule of who is named to whom, for everything that shows a person: a record, a board, a list, a file. What people
 * work from or what leaves the house is made without roles, and names nobody restricted, whoever asks.
 */
export function isShownTo(roles: readonly Role[] | undefined, status: string): boolean {
  return status !== 'restricted' || mayAsk(maySeeRestricted, roles) === 'yes';
}

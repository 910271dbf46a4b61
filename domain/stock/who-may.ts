import type { Role } from '../staff/roles.ts';

/** Who receives, counts and releases. */
export const mayKeepStock = ['stock-keeper', 'site-lead'] as const satisfies readonly Role[];
/** Who opens and discards vials, notes temperatures, and may block a lot: whoever has a vial in the hand. */
export const mayHandleVials = [
  'stock-keeper',
  'vaccinator',
  'screening-doctor',
  'site-lead',
] as const satisfies readonly Role[];
export const maySeeStock = [...mayHandleVials, 'auditor', 'headquarters'] as const satisfies readonly Role[];
/** Who releases a blocked lot, each with a second one of them. */
export const mayReleaseLots = [
  'stock-keeper',
  'screening-doctor',
  'site-lead',
] as const satisfies readonly Role[];
export const mayExtendExpiry = [...mayKeepStock, 'headquarters'] as const satisfies readonly Role[];
/** Whose word the data of vials need: a doctor's; a site lead may ask for it at their own window. */
export const mayConfirmVialData = ['screening-doctor'] as const satisfies readonly Role[];
export const mayHaveVialDataConfirmed = ['site-lead'] as const satisfies readonly Role[];
/** Who may ask which people got a lot: it names people. */
export const mayTraceLots = ['screening-doctor', 'site-lead', 'auditor'] as const satisfies readonly Role[];

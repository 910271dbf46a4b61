import type { Role } from '../staff/roles.ts';

/** Who reads the schedules, tries histories on them and has to do with their confirmation. */
export const maySeeSchedules = ['screening-doctor', 'site-lead'] as const satisfies readonly Role[];
/** Whose word a schedule needs before it is used: a doctor's. */
export const mayConfirmSchedules = ['screening-doctor'] as const satisfies readonly Role[];
/** Who may ask for it at their own window, with the doctor as the second person. */
export const mayHaveSchedulesConfirmed = ['site-lead'] as const satisfies readonly Role[];

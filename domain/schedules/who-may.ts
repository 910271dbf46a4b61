import type { Role } from '../staff/roles.ts';

/** Who reads the schedules, tries histories on them and has to do with their confirmation. */
export const maySeeSchedules = ['screening-doctor', 'site-lead'] as const satisfies readonly Role[];

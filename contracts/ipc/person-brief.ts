import { z } from 'zod';
import { birthDate, personId } from './schemas.ts';

/** As much of a person as a list needs to tell them apart. */
export const personBrief = z.object({
  personId,
  givenName: z.string(),
  familyName: z.string(),
  birthDate,
});
export type PersonBrief = z.output<typeof personBrief>;

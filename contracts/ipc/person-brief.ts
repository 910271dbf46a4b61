import { z } from 'zod';
import { birthDate, instant, personId, plainDate } from './schemas.ts';

/** As much of a person as a list needs to tell them apart. */
export const personBrief = z.object({
  personId,
  givenName: z.string(),
  familyName: z.string(),
  birthDate,
});
export type PersonBrief = z.output<typeof personBrief>;

/** What tells two of them apart where name and birth date do not. */
export const tellingApart = {
  /** When they are expected today. */
  today: instant.optional(),
  /** Their next booked dose, today's included. */
  nextDose: z.object({ ordinal: z.number(), day: plainDate }).optional(),
  address: z.string().optional(),
};

import { z } from 'zod';
import type { AppointmentId, PersonId } from '../../domain/kernel/ids.ts';
import { storedDate, storedId } from './stored-values.ts';

const message1 = {
  personId: storedId<PersonId>(),
  message: z.enum([
    'pass-ready',
    'appointment-booked',
    'appointment-moved',
    'appointment-cancelled',
    'day-closed',
    'standby-offer',
    'reminder',
    'second-dose-reminder',
  ]),
  appointmentId: storedId<AppointmentId>().optional(),
};

export const messageEvents = {
  MessageSent: { 1: z.strictObject({ ...message1, via: z.enum(['email', 'phone']) }) },
  MessageDiscarded: {
    1: z.strictObject({ ...message1, personal: z.strictObject({ reason: z.string() }).optional() }),
  },
  CentreMessageOrdered: {
    1: z.strictObject({
      messageId: z.string(),
      words: z.strictObject({ de: z.string(), en: z.string() }),
      days: z.strictObject({ from: storedDate, to: storedDate.optional() }),
    }),
  },
  CentreMessageSettled: {
    1: z.strictObject({
      messageId: z.string(),
      outcome: z.enum(['written', 'too-late']),
      passes: z.int(),
      mails: z.int(),
    }),
  },
} as const;

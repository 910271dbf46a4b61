import { z } from 'zod';
import type { AppointmentId, PersonId } from '../../domain/kernel/ids.ts';
import { storedId } from './stored-values.ts';

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
} as const;

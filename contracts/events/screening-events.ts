import { z } from 'zod';
import type { AppointmentId, PersonId, ScreeningId, StaffId, VisitId } from '../../domain/kernel/ids.ts';
import { storedId } from './stored-values.ts';

const visit = { visitId: storedId<VisitId>(), personId: storedId<PersonId>() };
const screeningId = storedId<ScreeningId>();
const personal = z
  .strictObject({ answers: z.array(z.strictObject({ question: z.string(), isYes: z.boolean() })) })
  .optional();
const questionnaire = z.strictObject({ id: z.string(), version: z.number() });

export const screeningEvents = {
  ScreeningSwitched: { 1: z.strictObject({ questionnaire: questionnaire.optional() }) },
  ScreeningAnswered: {
    1: z.strictObject({
      ...visit,
      screeningId,
      questionnaire,
      personal,
    }),
  },
  ScreeningAnsweredAhead: {
    1: z.strictObject({
      screeningId,
      appointmentId: storedId<AppointmentId>(),
      personId: storedId<PersonId>(),
      questionnaire,
      personal,
    }),
  },
  ScreeningCleared: {
    1: z.strictObject({
      ...visit,
      screeningIds: z.array(screeningId),
      clearedBy: storedId<StaffId>(),
      personal: z.strictObject({ reason: z.string() }).optional(),
    }),
  },
} as const;

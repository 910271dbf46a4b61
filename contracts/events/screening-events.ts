import { z } from 'zod';
import type { AppointmentId, PersonId, ScreeningId, StaffId, VisitId } from '../../domain/kernel/ids.ts';
import { storedId } from './stored-values.ts';

const visit = { visitId: storedId<VisitId>(), personId: storedId<PersonId>() };
const screeningId = storedId<ScreeningId>();
const answers = z.array(z.strictObject({ question: z.string(), isYes: z.boolean() }));
const personal = z.strictObject({ answers }).optional();
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
    2: z.strictObject({
      ...visit,
      screeningId,
      questionnaire,
      replaces: z.array(screeningId).optional(),
      approvedBy: storedId<StaffId>().optional(),
      personal: z
        .strictObject({
          answers,
          againstRecord: z.array(z.string()).optional(),
          reason: z.string().optional(),
        })
        .optional(),
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

import { z } from 'zod';
import type { StaffId } from '../../domain/kernel/ids.ts';
import { storedDate, storedId } from './stored-values.ts';

export const scheduleEvents = {
  ScheduleVersionActivated: {
    1: z.strictObject({
      book: z.string(),
      group: z.string(),
      version: z.string(),
      source: z.string(),
      issuedOn: storedDate.optional(),
      approvedBy: storedId<StaffId>().optional(),
    }),
  },
} as const;

import { z } from 'zod';
import type { StaffId } from '../../domain/kernel/ids.ts';
import type { ScheduleVersionActivated } from '../../domain/schedules/events.ts';
import { storedDate, storedId } from './stored-values.ts';

const activated1 = z.strictObject({
  book: z.string(),
  group: z.string(),
  version: z.string(),
  source: z.string(),
  issuedOn: storedDate.optional(),
  approvedBy: storedId<StaffId>().optional(),
});

export const scheduleEvents = {
  ScheduleVersionActivated: {
    2: activated1.extend({ datesMovedBy: z.literal('station').optional() }),
  },
} as const;

/** No date was moved by a confirmation then. */
export const olderScheduleEvents = {
  ScheduleVersionActivated: {
    1: {
      schema: activated1,
      lift: (data: z.output<typeof activated1>): ScheduleVersionActivated => ({
        type: 'ScheduleVersionActivated',
        version: 2,
        data,
      }),
    },
  },
} as const;

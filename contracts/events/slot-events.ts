import { z } from 'zod';
import type { LaneId, ProductId, SlotTemplateId } from '../../domain/kernel/ids.ts';
import { storedDate, storedId } from './stored-values.ts';

const lane = storedId<LaneId>();
const productId = storedId<ProductId>();
const templateId = storedId<SlotTemplateId>();
const hours1 = z.array(z.strictObject({ from: z.string(), to: z.string() }));

const percent = z.int().min(0).max(100);

export const slotEvents = {
  SlotTemplateSaved: {
    1: z.strictObject({
      templateId,
      name: z.string(),
      productId,
      weekdays: z.array(z.int()),
      hours: hours1,
      slotMinutes: z.number(),
      lanes: z.array(z.strictObject({ lane, capacity: z.int() })),
    }),
  },
  SlotTemplateRemoved: { 1: z.strictObject({ templateId }) },
  HolidaySet: { 1: z.strictObject({ day: storedDate, name: z.string() }) },
  HolidayLifted: { 1: z.strictObject({ day: storedDate }) },
  SlotsOpened: {
    1: z.strictObject({
      day: storedDate,
      templateId,
      lanes: z.array(
        z.strictObject({ lane, productId, hours: hours1, slotMinutes: z.number(), capacity: z.int() }),
      ),
    }),
  },
  SlotsClosed: {
    1: z.strictObject({
      day: storedDate,
      lanes: z.array(lane),
      reason: z.enum(['staff', 'vaccine', 'building', 'other']),
    }),
  },
  OnlineShareSet: { 1: z.strictObject({ onlinePercent: percent, walkInPercent: percent }) },
} as const;

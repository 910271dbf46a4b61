import { z } from 'zod';
import { oneByOne } from '../outbox-work.ts';
import { type RecountPayload, recountPasses } from '../recount-passes.ts';

const payload: z.ZodType<RecountPayload> = z.object({
  group: z.string(),
  book: z.string(),
  version: z.string(),
  after: z.string().optional(),
});

export const recountPassesWork = oneByOne(payload, recountPasses);

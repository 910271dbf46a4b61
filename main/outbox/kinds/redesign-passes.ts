import { z } from 'zod';
import { bilingual } from '../../../contracts/ipc/schemas.ts';
import { oneByOne } from '../outbox-work.ts';
import { type RedesignPayload, redesignPasses } from '../redesign-passes.ts';

const payload: z.ZodType<RedesignPayload> = z.object({
  version: z.number().int(),
  message: bilingual.optional(),
});

export const redesignPassesWork = oneByOne(payload, redesignPasses);

import { z } from 'zod';
import { command, query } from './channel.ts';
import { bilingual, requestId } from './schemas.ts';

/** Warnings that stand until a lead has said that they know. */
export const confirmableCode = z.enum(['store-older', 'witness-missing', 'clock-jumped']);
export type ConfirmableCode = z.output<typeof confirmableCode>;

/** What the desk must know about its own station at any time. */
export const systemContract = {
  'system.status': query({
    access: 'anyone',
    input: z.object({}),
    output: z.object({
      centreName: z.string(),
      /** `#RRGGBB`, as on its passes: what is written on what. */
      colours: z.object({ background: z.string(), foreground: z.string() }),
      mode: z.enum(['trial', 'live']),
      timeZone: z.string(),
      /** How far the time of a trial is ahead of the computer's; 0 in every live centre. */
      aheadMs: z.number(),
      /** Where the key of the database lies: the operating system's key store or a file of mode 0600. */
      keyPlace: z.enum(['key-store', 'key-file']),
      runtime: z.string(),
      /** Work of the outbox that is not done yet, what failed for good, and whom somebody has to call. */
      outbox: z.object({ waiting: z.number(), failed: z.number(), byPhone: z.number() }),
      /** What everybody at the station should see until somebody has mended it. */
      warnings: z.array(
        z.object({
          code: z.string(),
          sentence: bilingual,
          /** Under this code a lead confirms it; absent where something has to be mended instead. */
          confirmAs: confirmableCode.optional(),
        }),
      ),
    }),
  }),
  'system.confirm-warning': command({
    access: ['site-lead'],
    input: z.object({ requestId, code: confirmableCode }),
    output: z.object({ code: confirmableCode }),
    refusals: ['nothing-to-confirm'],
  }),
};

import { z } from 'zod';
import { query } from './channel.ts';
import { bilingual } from './schemas.ts';

/** What the desk must know about its own station at any time. */
export const systemContract = {
  'system.status': query({
    access: 'anyone',
    input: z.object({}),
    output: z.object({
      centreName: z.string(),
      mode: z.enum(['trial', 'live']),
      timeZone: z.string(),
      /** Where the key of the database lies: the operating system's key store or a file of mode 0600. */
      keyPlace: z.enum(['key-store', 'key-file']),
      runtime: z.string(),
      /** Work of the outbox that is not done yet, what failed for good, and whom somebody has to call. */
      outbox: z.object({ waiting: z.number(), failed: z.number(), byPhone: z.number() }),
      /** What everybody at the station should see until somebody has mended it. */
      warnings: z.array(z.object({ code: z.string(), sentence: bilingual })),
    }),
  }),
};

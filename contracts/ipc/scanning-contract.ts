import { z } from 'zod';
import { command, query } from './channel.ts';
import { bilingual, instant, requestId } from './schemas.ts';

export const trustListState = z.object({
  issuedAt: instant,
  documentSigners: z.number(),
  healthCardIssuers: z.number(),
  isTooOld: z.boolean(),
});

/** What the scanners of this station read and could not use, and whom it believes. */
export const scanningContract = {
  /** The last codes that led to nobody, without what was in them. */
  'scanning.refused': query({
    access: 'signed-in',
    input: z.object({}),
    output: z.object({
      scans: z.array(
        z.object({
          scannedAt: instant,
          via: z.enum(['wedge', 'camera', 'device', 'typed']),
          refusal: z.string(),
          /** The same for people. */
          words: bilingual,
          length: z.number(),
          symbology: z.string().optional(),
          scanner: z.string().optional(),
        }),
      ),
      /** What these say about the setting of a scanner. */
      advice: z.array(bilingual),
    }),
  }),
  /** `list` is absent until one was imported. */
  'scanning.trust-list': query({
    access: 'signed-in',
    input: z.object({}),
    output: z.object({ list: trustListState.optional() }),
  }),
  'scanning.import-trust-list': command({
    access: ['site-lead'],
    input: z.object({ requestId, text: z.string().max(8_000_000) }),
    output: trustListState,
    refusals: ['trust-list-unreadable', 'trust-list-older'],
  }),
};

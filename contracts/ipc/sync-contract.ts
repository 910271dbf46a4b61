import { z } from 'zod';
import { command, query } from './channel.ts';
import { instant, requestId } from './schemas.ts';

/** How the centre stands with headquarters. Counts are of what headquarters confirmed. */
export const syncStatus = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('stand-alone') }),
  z.object({
    mode: z.literal('connected'),
    address: z.string(),
    centreName: z.string(),
    /** What the operator of headquarters compares before confirming the station. */
    fingerprints: z.object({ station: z.string(), headquarters: z.string() }),
    joinedAt: instant,
    /** Recorded here and not confirmed yet. */
    unsent: z.number(),
    confirmed: z.number(),
    /** Of them, kept apart at headquarters for its operator. */
    keptApart: z.number(),
    /** Events of others that this station could not take. */
    notTaken: z.number(),
    lastSentAt: instant.optional(),
    lastHeardAt: instant.optional(),
    trouble: z
      .enum(['unreachable', 'not-trusted', 'not-admitted', 'frozen', 'refused', 'not-genuine'])
      .optional(),
  }),
]);
export type SyncStatus = z.output<typeof syncStatus>;

export const syncContract = {
  'sync.status': query({ access: 'signed-in', input: z.object({}), output: syncStatus }),
  /** Pages around the desk of a trial, for a browser; nothing in a live centre. */
  'sync.trial': query({
    access: 'signed-in',
    input: z.object({}),
    output: z.object({ booking: z.url().optional(), phone: z.url().optional(), system: z.url().optional() }),
  }),
  'sync.join': command({
    access: ['site-lead'],
    input: z.object({
      requestId,
      address: z.string().trim().min(1).max(200),
      code: z.string().trim().min(1).max(60),
      /** What headquarters calls this station: `Empfang 1`. */
      name: z.string().trim().min(1).max(60),
      /** PEM of the authority behind its TLS certificate, where computers do not trust that one anyway. */
      authority: z.string().max(65_536).optional(),
    }),
    output: syncStatus,
    refusals: [
      'joined-already',
      'address-invalid',
      'code-not-valid',
      'station-known',
      'authority-unreadable',
      'headquarters-unreachable',
      'headquarters-not-trusted',
      'headquarters-not-genuine',
    ],
  }),
  'sync.leave': command({
    access: ['site-lead'],
    input: z.object({ requestId, evenUnsent: z.boolean() }),
    output: syncStatus,
    refusals: ['not-joined', 'events-unsent'],
  }),
};

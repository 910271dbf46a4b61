import { z } from 'zod';
import { logId } from './wire-event.ts';

const people = { personId: logId, alsoFor: z.array(logId).max(20).optional() };

/** POST /sync/v1/hand-over: the private page by which somebody fetches their pass, for the desk to show. */
export const handOverRequest = z.strictObject({ personId: logId });
export type HandOverRequest = z.infer<typeof handOverRequest>;

/** Without `url` headquarters has no pass of theirs yet. */
export const handOverAnswer = z.strictObject({ url: z.url().optional() });

/** POST /sync/v1/pass-mails: the mail with somebody's pass, and those of their family. The same `workId` is sent once. */
export const passMailRequest = z.strictObject({ ...people, workId: z.string().min(1).max(400) });
export type PassMailRequest = z.infer<typeof passMailRequest>;

export const passMailAnswer = z.strictObject({ planned: z.int().min(0) });

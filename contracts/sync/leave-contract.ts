import { z } from 'zod';

/**
 * POST /sync/v1/leave with an empty object: the station left, and may come again with a new code and the same key. One
 * that is frozen or was revoked cannot leave by itself.
 */
export const leaveAnswer = z.strictObject({ hasLeft: z.boolean() });
export type LeaveAnswer = z.infer<typeof leaveAnswer>;

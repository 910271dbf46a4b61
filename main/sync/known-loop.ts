import type { z } from 'zod';
import type { Result } from '../../domain/kernel/result.ts';
import type { SyncTrouble } from '../store/settings.ts';

/** Sends and fetches for as long as the station is open, whatever comes in between. */
export interface SyncLoop {
  /** Begins, or begins anew: after the centre joined or left. */
  restart(): Promise<void>;
  /** Something was recorded: it is sent at once. */
  wake(): void;
  /** Asks headquarters something at once, beside what goes back and forth; `unreachable` where there is none. */
  ask<Answer>(path: string, schema: z.ZodType<Answer>, body: object): Promise<Result<Answer, SyncTrouble>>;
  stop(): Promise<void>;
}

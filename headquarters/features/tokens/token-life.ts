import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Uptime } from '../../../ledger/read-uptime.ts';
import type { Headquarters } from '../../headquarters.ts';

/** What an access token says of the computer's own time when it was given out, which nobody sets. */
interface Began {
  readonly run?: string;
  readonly run_ms?: number;
}

export function beginsNow({ uptime }: Pick<Headquarters, 'uptime'>): Began {
  const began = uptime?.();
  return began ? { run: runName(began), run_ms: began.ms } : {};
}

/**
 * The time that the life of a token is held against: as long after it was given out as has gone by on this computer
 * since, wherever the clock was set meanwhile. Over another start, or from another computer, it is the clock as long as
 * that is trusted; else undefined, and whoever has the token asks for another.
 */
export async function timeForToken(
  { uptime, clock }: Pick<Headquarters, 'uptime' | 'clock'>,
  { iat, run, run_ms }: JWTPayload & Began,
): Promise<Date | undefined> {
  const present = uptime?.();
  if (!present) return new Date();
  if (iat !== undefined && run === runName(present) && typeof run_ms === 'number')
    return new Date(iat * 1000 + present.ms - run_ms);
  return (await clock.isTrusted()) ? new Date() : undefined;
}

/** The name of a computer's start goes to nobody as it is. */
function runName({ run }: Uptime): string {
  return createHash('sha256').update(`token run ${run}`).digest('base64url').slice(0, 12);
}

import { createHmac } from 'node:crypto';
import { type ChannelName, stationContract } from '../../contracts/ipc/station-contract.ts';
import type { Caller } from './handler.ts';

/**
 * Stands for who asks, where, and every field of what: a PIN cannot be read from it without the station's key.
 * Undefined for what names no request.
 */
export function questionOf(
  { questionKey }: { readonly questionKey: Buffer },
  channel: ChannelName,
  input: unknown,
  { actor }: Caller,
): string | undefined {
  // What anybody may ask is asked again by somebody else: whoever signed up is signed in by then.
  const isForAnybody = stationContract[channel].access === 'anyone';
  if (requestIdOf(input) === undefined) return undefined;
  return createHmac('sha256', questionKey)
    .update(JSON.stringify([channel, isForAnybody ? 'anybody' : actor, input]))
    .digest('base64url');
}

/** The id that a parsed question has; undefined for what only asks. */
export function requestIdOf(input: unknown): string | undefined {
  const isNamed = typeof input === 'object' && input !== null && 'requestId' in input;
  return isNamed && typeof input.requestId === 'string' ? input.requestId : undefined;
}

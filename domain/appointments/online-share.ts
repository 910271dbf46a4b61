import { accept, type Result, refuse } from '../kernel/result.ts';
import type { OnlineShare, OnlineShareSet } from './slot-events.ts';

export type SetShareRefusal = 'share-not-connected' | 'share-over-all' | 'share-unchanged';

/** The desk may use every place all the same; dates that are booked stay, whatever the share is afterwards. */
export function decideSetShare(
  present: OnlineShare | undefined,
  { onlinePercent, walkInPercent }: OnlineShare,
  { isConnected }: { readonly isConnected: boolean },
): Result<OnlineShareSet[], SetShareRefusal> {
  if (!isConnected) return refuse('share-not-connected');
  if (onlinePercent + walkInPercent > 100) return refuse('share-over-all');
  const isSame = present?.onlinePercent === onlinePercent && present.walkInPercent === walkInPercent;
  if (isSame) return refuse('share-unchanged');
  return accept([{ type: 'OnlineShareSet', version: 1, data: { onlinePercent, walkInPercent } }]);
}

/** One slot of a lane, split. */
export interface SplitPlaces {
  /** Never more than the share says: rounded down. */
  readonly online: number;
  /** Never less: rounded up. */
  readonly walkIn: number;
  readonly desk: number;
}

export function splitPlaces(capacity: number, { onlinePercent, walkInPercent }: OnlineShare): SplitPlaces {
  const online = Math.floor((capacity * onlinePercent) / 100);
  const walkIn = Math.ceil((capacity * walkInPercent) / 100);
  return { online, walkIn, desk: capacity - online - walkIn };
}

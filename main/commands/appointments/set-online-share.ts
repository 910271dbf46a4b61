import { decideSetShare, type SetShareRefusal } from '../../../domain/appointments/online-share.ts';
import { CENTRE_STREAM, type OnlineShare } from '../../../domain/appointments/slot-events.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { onlineShareOf } from '../../histories/online-share.ts';
import { connectionOf } from '../../queries/sync/connection-of.ts';
import { runCommand } from '../run-command.ts';

/** Says how many of the places headquarters may give away; it goes by it once it heard of it. */
export function setOnlineShare(
  station: Writes,
  actor: Actor,
  { requestId, ...share }: OnlineShare & { readonly requestId?: string },
): Result<OnlineShare, SetShareRefusal> {
  return runCommand(station, { name: 'set-online-share', actor, requestId }, () => {
    const { db } = station;
    const isConnected = connectionOf(db) === 'connected';
    const decided = decideSetShare(onlineShareOf(db), share, { isConnected });
    return decided.ok ? accept({ stream: CENTRE_STREAM, events: decided.value, value: share }) : decided;
  });
}

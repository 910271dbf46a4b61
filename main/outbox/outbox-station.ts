import type { CardWrites, PassSigning, Writes } from '../context.ts';
import type { HandOverServer } from '../handover/hand-over-server.ts';
import type { StationLog } from '../station-log.ts';
import type { SyncLoop } from '../sync/known-loop.ts';

/** What queued work is done with, of whatever kind. */
export interface OutboxStation extends Writes, PassSigning, CardWrites {
  readonly db: Writes['db'];
  /** Where a link in a mail leads. */
  readonly handOverServer: HandOverServer;
  /** Asks headquarters for what it alone can send. */
  readonly sync: SyncLoop;
  readonly log: StationLog;
}

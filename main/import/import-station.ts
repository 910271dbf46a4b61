import type { Writes } from '../context.ts';
import type { StationLog } from '../station-log.ts';
import type { Checkpoints } from '../store/checkpoints/checkpoints.ts';

/** What an import works with: it writes more than one commit can carry, and says in the log what stopped it. */
export interface ImportStation extends Writes {
  readonly checkpoints: Checkpoints;
  readonly log: StationLog;
}

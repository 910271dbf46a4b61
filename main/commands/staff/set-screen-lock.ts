import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { keepSetting } from '../../store/settings.ts';
import { runCommand } from '../run-command.ts';

/** After how long every window of the centre locks. Who made it longer can be seen in the log. */
export function setScreenLock(
  station: Writes,
  actor: Actor,
  { requestId, afterMinutes }: { requestId?: string; afterMinutes: number },
): Result<{ afterMinutes: number }, never> {
  return runCommand(station, { name: 'set-screen-lock', actor, requestId }, () => {
    keepSetting(station.db, 'screen-lock', { afterMinutes });
    return accept({
      stream: 'centre',
      events: [{ type: 'ScreenLockSet' as const, version: 1 as const, data: { afterMinutes } }],
      value: { afterMinutes },
    });
  });
}

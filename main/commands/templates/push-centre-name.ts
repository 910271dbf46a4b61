import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { decideRename } from '../../../domain/passes/rename-centre.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { pushDraft } from '../../outbox/push-draft.ts';
import { runCommand } from '../run-command.ts';

/**
 * Brings the new name of the centre onto all valid passes: as a version of the template with that name, to which they
 * are brought like to any other, through kills and with progress.
 */
export function pushCentreName(
  station: Writes,
  actor: Actor,
  { requestId, formerName }: { readonly requestId: string; readonly formerName: string },
): Result<{ version: number; passes: number }, 'nothing-to-push'> {
  const topics = ['templates', 'passes', 'system'] as const;
  return runCommand(station, { name: 'push-centre-name', actor, requestId, topics }, () => {
    const { centreName } = station.settings;
    if (formerName === centreName) return refuse('nothing-to-push');
    const published = decideRename(station.templates.current(), formerName, centreName);
    const { version } = published.data.template;
    const { passes, outbox } = pushDraft(station, version);
    if (passes === 0) return refuse('nothing-to-push');
    return accept({ stream: 'centre', events: [published], outbox, value: { version, passes } });
  });
}

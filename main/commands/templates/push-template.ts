import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { pushDraft, wholeMessage } from '../../outbox/push-draft.ts';
import { runCommand } from '../run-command.ts';

/** Brings all valid passes to the published version: those that show an older one are redesigned and signed again. */
export function pushTemplate(
  station: Writes,
  actor: Actor,
  { requestId, message }: { readonly requestId?: string; readonly message?: Bilingual },
): Result<{ version: number; passes: number }, 'nothing-to-push' | 'message-incomplete'> {
  const call = { name: 'push-template', actor, requestId, topics: ['templates', 'passes'] as const };
  return runCommand(station, call, () => {
    const words = wholeMessage(message);
    if (!words.ok) return words;
    const { version } = station.templates.current();
    const { passes, outbox } = pushDraft(station, version, words.value);
    if (passes === 0) return refuse('nothing-to-push');
    return accept({ stream: 'centre', events: [], outbox, value: { version, passes } });
  });
}

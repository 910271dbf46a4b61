import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { discardDraft, templateDraft } from '../../store/tables/templates/templates.ts';
import { runCommand } from '../run-command.ts';

export function discardTemplateDraft(
  station: Writes,
  actor: Actor,
  { requestId, draftId }: { readonly requestId?: string; readonly draftId: string },
): Result<{ draftId: string }, 'draft-unknown'> {
  const call = { name: 'discard-template-draft', actor, requestId, topics: ['templates'] as const };
  return runCommand(station, call, () => {
    if (!templateDraft(station.db, draftId)) return refuse('draft-unknown');
    discardDraft(station.db, draftId);
    return accept({ stream: 'centre', events: [], value: { draftId } });
  });
}

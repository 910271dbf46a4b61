import type { Instant } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { keepDraft, templateDraft } from '../../store/tables/templates/templates.ts';
import { runCommand } from '../run-command.ts';

export interface SaveDraftInput {
  readonly requestId?: string;
  readonly draftId: string;
  readonly name: string;
  readonly template: PassTemplate;
  /** When the draft was changed last, as far as whoever saves it knows. */
  readonly knownAs?: Instant;
}

/** Keeps a draft. It is no fact yet, so there is no event; nobody's change is overwritten unseen. */
export function saveTemplateDraft(
  station: Writes,
  actor: Actor,
  { requestId, draftId, name, template, knownAs }: SaveDraftInput,
): Result<{ draftId: string; updatedAt: Instant }, 'draft-changed'> {
  const call = { name: 'save-template-draft', actor, requestId, topics: ['templates'] as const };
  return runCommand(station, call, () => {
    const { db, now } = station;
    if (templateDraft(db, draftId)?.updated_at !== knownAs) return refuse('draft-changed');
    const updatedAt = now();
    keepDraft(db, {
      draft_id: draftId,
      name,
      template: JSON.stringify(template),
      updated_at: updatedAt,
      updated_by: actor,
    });
    return accept({ stream: 'centre', events: [], value: { draftId, updatedAt } });
  });
}

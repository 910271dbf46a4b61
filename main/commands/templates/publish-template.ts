import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import { decidePublish } from '../../../domain/passes/publish-template.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { pushDraft, wholeMessage } from '../../outbox/push-draft.ts';
import { faultsOfTemplate } from '../../queries/templates/template-faults.ts';
import { discardDraft, templateDraft } from '../../store/tables/templates/templates.ts';
import { runCommand } from '../run-command.ts';

export interface PublishInput {
  readonly requestId?: string;
  readonly draftId: string;
  readonly push: boolean;
  readonly message?: Bilingual;
}

export type PublishRefusal = 'draft-unknown' | 'template-faulty' | 'draft-unchanged' | 'message-incomplete';

/** A draft that holds every check becomes the version that new passes are issued with; the draft is gone then. */
export function publishTemplate(
  station: Writes,
  actor: Actor,
  { requestId, draftId, push, message }: PublishInput,
): Result<{ version: number; passes: number }, PublishRefusal> {
  const call = { name: 'publish-template', actor, requestId, topics: ['templates', 'passes'] as const };
  return runCommand(station, call, () => {
    const draft = templateDraft(station.db, draftId);
    if (!draft) return refuse('draft-unknown');
    const words = wholeMessage(message);
    if (!words.ok) return words;
    const template = JSON.parse(draft.template) as PassTemplate;
    if (faultsOfTemplate(station, template).length > 0) return refuse('template-faulty');
    const current = station.templates.current();
    const decided = decidePublish(current, template);
    if (!decided.ok) return decided;
    const version = current.version + 1;
    const { passes, outbox } = push ? pushDraft(station, version, words.value) : { passes: 0, outbox: [] };
    discardDraft(station.db, draftId);
    return accept({ stream: 'centre', events: decided.value, outbox, value: { version, passes } });
  });
}

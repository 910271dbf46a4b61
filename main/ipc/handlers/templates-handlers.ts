import type { templatesContract } from '../../../contracts/ipc/templates-contract.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import { addTemplateImage } from '../../commands/templates/add-template-image.ts';
import { discardTemplateDraft } from '../../commands/templates/discard-template-draft.ts';
import { publishTemplate } from '../../commands/templates/publish-template.ts';
import { pushTemplate } from '../../commands/templates/push-template.ts';
import { saveTemplateDraft } from '../../commands/templates/save-template-draft.ts';
import { faultsOfTemplate } from '../../queries/templates/template-faults.ts';
import { templateList } from '../../queries/templates/template-list.ts';
import { sampleGoogleCard } from '../../queries/wallets/sample-google-card.ts';
import { templateDraft } from '../../store/tables/templates/templates.ts';
import type { HandlersOf } from '../handler.ts';

export const templatesHandlers: HandlersOf<keyof typeof templatesContract> = {
  'templates.list': (station) => accept(templateList(station)),
  'templates.draft': ({ db }, { draftId }) => {
    const draft = templateDraft(db, draftId);
    if (!draft) return refuse('draft-unknown');
    const { name, updated_at: updatedAt, template } = draft;
    return accept({ draftId, name, updatedAt, template: JSON.parse(template) });
  },
  'templates.save-draft': (station, input, { actor }) => saveTemplateDraft(station, actor, input),
  'templates.discard-draft': (station, input, { actor }) => discardTemplateDraft(station, actor, input),
  'templates.add-image': (station, { slot, base64 }) =>
    addTemplateImage(station, slot, Buffer.from(base64, 'base64')),
  'templates.check': (station, { template }) => accept({ faults: faultsOfTemplate(station, template) }),
  'templates.google-card': (station, input) => accept(sampleGoogleCard(station, input)),
  'templates.publish': (station, input, { actor }) => publishTemplate(station, actor, input),
  'templates.push': (station, input, { actor }) => pushTemplate(station, actor, input),
};

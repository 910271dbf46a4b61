import { accept, type Result, refuse } from '../kernel/result.ts';
import type { TemplatePublished } from './events.ts';
import type { PassTemplate } from './pass-template.ts';
import { templateDifferences } from './template-differences.ts';

/** A draft becomes the next version. One that changes nothing would only make every phone load again. */
export function decidePublish(
  current: PassTemplate,
  draft: PassTemplate,
): Result<TemplatePublished[], 'draft-unchanged'> {
  if (templateDifferences(current, draft).length === 0) return refuse('draft-unchanged');
  const template = { ...draft, templateId: current.templateId, version: current.version + 1 };
  return accept([{ type: 'TemplatePublished', version: 1, data: { template } }]);
}

import type { Instant } from '../../domain/kernel/instant.ts';
import { passContent } from '../../domain/passes/pass-content.ts';
import type { PassCentre } from '../../domain/passes/pass-facts.ts';
import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import { type SampleStage, sampleFacts } from '../../domain/passes/sample-facts.ts';
import { type RuleFault, ruleFaults } from '../../domain/passes/template-rules.ts';
import type { PassAssets } from './compile-template.ts';
import { modelWarnings } from './model-warnings.ts';
import { type ImageFault, imageFaults } from './pass-images.ts';
import { passDocument } from './pass-json.ts';
import { schemaErrors } from './pass-schema.ts';
import { type SchemaFault, schemaFault } from './schema-fault.ts';

/** Why a template is not published. */
export type TemplateFault =
  | RuleFault
  | ImageFault
  | SchemaFault
  | { readonly code: 'model-rejected'; readonly message: string };

export interface TemplateSample {
  readonly centre: PassCentre;
  readonly now: Instant;
}

/**
 * Everything that keeps a template from being published: its own rules first, then sample passes of every stage
 * against the schema and the pass model of passkit-generator, whose warnings count as refusals here.
 */
export function templateFaults(
  template: PassTemplate,
  assets: PassAssets,
  sample: TemplateSample,
): TemplateFault[] {
  const faults = [...ruleFaults(template), ...imageFaults(assets)];
  return faults.length > 0 ? faults : sampleFaults(template, assets, sample);
}

const stages: readonly SampleStage[] = ['issued', 'after-first-dose', 'complete', 'voided'];

function sampleFaults(template: PassTemplate, assets: PassAssets, sample: TemplateSample): TemplateFault[] {
  for (const stage of stages) {
    const content = passContent(sampleFacts(stage, sample.centre, sample.now), template);
    const identity = { passTypeId: 'pass.sample', teamId: 'SAMPLE0000' };
    const json = JSON.parse(passDocument(template, content, identity).passJson);
    const schema = schemaErrors(json).map(schemaFault);
    if (schema.length > 0) return schema;
    const warnings = modelWarnings(json, assets);
    if (warnings.length > 0) return warnings.map((message) => ({ code: 'model-rejected', message }));
  }
  return [];
}

import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { passContent } from '../../domain/passes/pass-content.ts';
import type { PassCentre } from '../../domain/passes/pass-facts.ts';
import { type FieldPlace, type PassTemplate, placeLimits } from '../../domain/passes/pass-template.ts';
import { type SampleStage, sampleFacts } from '../../domain/passes/sample-facts.ts';
import type { PassAssets } from './compile-template.ts';
import { modelWarnings } from './model-warnings.ts';
import { type ImageFault, imageFaults } from './pass-images.ts';
import { passDocument } from './pass-json.ts';
import { schemaErrors } from './pass-schema.ts';
import { type SchemaFault, schemaFault } from './schema-fault.ts';

/** Why a template is not published. */
export type TemplateFault =
  | ImageFault
  | SchemaFault
  | { readonly code: 'text-missing'; readonly field: string; readonly language: 'de' | 'en' }
  | { readonly code: 'template-colour-invalid'; readonly field: string; readonly value: string }
  | { readonly code: 'contrast-too-low'; readonly field: string; readonly ratio: number }
  | { readonly code: 'field-needed'; readonly key: string }
  | { readonly code: 'field-placed-twice'; readonly key: string }
  | { readonly code: 'place-full'; readonly place: string; readonly limit: number }
  | { readonly code: 'days-invalid'; readonly value: number }
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
  const faults = [
    ...textFaults(template),
    ...colourFaults(template),
    ...placeFaults(template),
    ...imageFaults(assets),
  ];
  const days = template.expiresAfterDays;
  if (days !== undefined && !(Number.isInteger(days) && days > 0))
    faults.push({ code: 'days-invalid', value: days });
  return faults.length > 0 ? faults : sampleFaults(template, assets, sample);
}

function textFaults(template: PassTemplate): TemplateFault[] {
  const { description, logoText, organisationName, houseRules, locations } = template;
  const languages = ['de', 'en'] as const;
  const needed: [string, Bilingual][] = [
    ['description', description],
    ['logoText', logoText],
    ['organisationName', { de: organisationName, en: organisationName }],
    ...locations.map(({ text }, index): [string, Bilingual] => [`locations[${index}].text`, text]),
    // House rules may be left out, but not in one language alone.
    ...(houseRules.de + houseRules.en === '' ? [] : ([['houseRules', houseRules]] as [string, Bilingual][])),
  ];
  return needed.flatMap(([field, text]) =>
    languages
      .filter((language) => text[language].trim() === '')
      .map((language) => ({ code: 'text-missing', field, language }) as const),
  );
}

function colourFaults({ colours }: PassTemplate): TemplateFault[] {
  const invalid = Object.entries(colours).filter(([, value]) => !/^#[0-9A-Fa-f]{6}$/.test(value));
  if (invalid.length > 0)
    return invalid.map(([field, value]) => ({ code: 'template-colour-invalid', field, value }));
  return (['foreground', 'label'] as const).flatMap((field) => {
    const ratio = contrast(colours[field], colours.background);
    return ratio >= lowestContrast ? [] : [{ code: 'contrast-too-low', field, ratio } as const];
  });
}

/** WCAG 2.2 asks for 4.5 in ordinary text; the labels of a pass are small. */
const lowestContrast = 4.5;

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return Math.round(((lighter + 0.05) / (darker + 0.05)) * 10) / 10;
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function placeFaults({ places }: PassTemplate): TemplateFault[] {
  const placed = Object.values(places).flat();
  const front = [...places.header, ...places.primary, ...places.secondary, ...places.auxiliary];
  const twice = placed.filter((key, index) => placed.indexOf(key) !== index);
  const full = (Object.entries(placeLimits) as [FieldPlace, number][]).filter(
    ([place, limit]) => places[place].length > limit,
  );
  const needed = (['name', 'dose-count', 'next-appointment'] as const).filter((key) => !front.includes(key));
  return [
    ...needed.map((key) => ({ code: 'field-needed', key }) as const),
    // Without a place for it a message of the centre would reach no phone.
    ...(placed.includes('message') ? [] : [{ code: 'field-needed', key: 'message' } as const]),
    ...twice.map((key) => ({ code: 'field-placed-twice', key }) as const),
    ...full.map(([place, limit]) => ({ code: 'place-full', place, limit }) as const),
  ];
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

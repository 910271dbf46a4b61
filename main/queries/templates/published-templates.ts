import { type PassTemplate, standardTemplate } from '../../../domain/passes/pass-template.ts';
import type { PassAssets } from '../../../issuing/apple/compile-template.ts';
import { standardAssets } from '../../../issuing/apple/pass-images.ts';
import type { Reads } from '../../context.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  latestPublishedVersion,
  publishedTemplate,
  templateImage,
} from '../../store/tables/templates/templates.ts';

type TemplateSource = Pick<Reads, 'db' | 'settings'>;

/** The version that new passes are issued with. */
export function currentTemplate(source: TemplateSource): PassTemplate {
  return templateOfVersion(source, latestPublishedVersion(source.db) ?? 1);
}

/** A published version; the first one is the standard look, which nobody has to publish. */
export function templateOfVersion(source: TemplateSource, version: number): PassTemplate {
  const known = knownOf(source.db);
  const kept = known.get(version);
  // The standard look is named after the centre until a version says otherwise.
  if (kept && (version !== 1 || kept.organisationName === source.settings.centreName)) return kept;
  const row = publishedTemplate(source.db, version);
  if (!row && version !== 1) throw new Error(`version ${version} of the template was never published`);
  const template = row
    ? (JSON.parse(row.template) as PassTemplate)
    : standardTemplate(source.settings.centreName);
  known.set(version, template);
  return template;
}

/** The image files of a template by their names in the pass; where the centre has none, those of the product. */
export function assetsOf(db: ReadableDb, { images = {} }: Pick<PassTemplate, 'images'>): PassAssets {
  const assets = standardAssets();
  for (const [slot, digests] of Object.entries(images))
    for (const [index, digest] of digests.entries()) {
      const bytes = templateImage(db, digest);
      if (bytes) assets.set(`${slot}${index === 0 ? '' : `@${index + 1}x`}.png`, bytes);
    }
  return assets;
}

/** Kept for as long as the store is open: a published version never changes. */
const knownTemplates = new WeakMap<ReadableDb, Map<number, PassTemplate>>();

function knownOf(db: ReadableDb): Map<number, PassTemplate> {
  const known = knownTemplates.get(db) ?? new Map<number, PassTemplate>();
  knownTemplates.set(db, known);
  return known;
}

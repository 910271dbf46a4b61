import { type PassTemplate, standardTemplate } from '../../../domain/passes/pass-template.ts';
import type { PassAssets } from '../../../issuing/apple/compile-template.ts';
import { templateAssets } from '../../../issuing/apple/pass-images.ts';
import type { ReadableDb } from '../../store/database.ts';
import type { CentreSettings } from '../../store/settings.ts';
import {
  latestPublishedVersion,
  publishedTemplate,
  templateImage,
} from '../../store/tables/templates/templates.ts';

interface TemplateSource {
  readonly db: ReadableDb;
  readonly settings: CentreSettings;
}

/** The published looks of the passes. Each is read once: a published version never changes. */
export class PublishedTemplates {
  readonly #source: TemplateSource;
  readonly #known = new Map<number, PassTemplate>();

  constructor(source: TemplateSource) {
    this.#source = source;
  }

  /** The version that new passes are issued with. */
  current(): PassTemplate {
    return this.ofVersion(latestPublishedVersion(this.#source.db) ?? 1);
  }

  /** A published version; the first one is the standard look, which nobody has to publish. */
  ofVersion(version: number): PassTemplate {
    const { db, settings } = this.#source;
    const kept = this.#known.get(version);
    // The standard look is named after the centre until a version says otherwise.
    if (kept && (version !== 1 || kept.organisationName === settings.centreName)) return kept;
    const row = publishedTemplate(db, version);
    if (!row && version !== 1) throw new Error(`version ${version} of the template was never published`);
    const template = row ? (JSON.parse(row.template) as PassTemplate) : standardTemplate(settings.centreName);
    this.#known.set(version, template);
    return template;
  }
}

/** The image files of a template as they lie in this store. */
export function assetsOf(db: ReadableDb, template: Pick<PassTemplate, 'images'>): PassAssets {
  return templateAssets(template, (digest) => templateImage(db, digest));
}

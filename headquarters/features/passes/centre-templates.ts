import { parseEvent } from '../../../contracts/events/read-event.ts';
import { readJson } from '../../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { imageDigestsOf, type PassTemplate, standardTemplate } from '../../../domain/passes/pass-template.ts';
import { type CompiledTemplate, compileTemplate } from '../../../issuing/apple/compile-template.ts';
import { templateAssets } from '../../../issuing/apple/pass-images.ts';
import type { Centre } from '../../store/centres.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { type TemplateEvent, templateEvents, templateImages } from '../../store/pass-templates.ts';
import { createKept } from './kept.ts';

/** The looks of a centre's passes, as its stations published them. */
export interface CentreTemplates {
  /** What new passes are issued with. */
  readonly current: PassTemplate;
  /** Oldest first; the first is the standard look, which nobody has to publish. */
  readonly published: readonly PassTemplate[];
  /** The look of a pass; the current one where the version is not known here. */
  ofVersion(version: number): PassTemplate;
}

export async function centreTemplates(
  db: CentreDb,
  centre: Pick<Centre, 'id' | 'name'>,
): Promise<CentreTemplates> {
  const standard = standardFor(centre.name);
  const byVersion = new Map([[standard.version, standard]]);
  // Two stations may have published one version each: the later counts, as it does at the stations.
  for (const event of await templateEvents(db)) {
    const template = templateIn(event);
    if (template) byVersion.set(template.version, template);
  }
  const published = [...byVersion.values()].sort((one, other) => one.version - other.version);
  const current = published.at(-1) ?? standard;
  return { current, published, ofVersion: (version) => byVersion.get(version) ?? current };
}

/** A published look by its name, and where it matters by its version. */
export interface WantedTemplate {
  readonly templateId: string;
  readonly version?: number | undefined;
}

export type TemplateRefusal = 'template-unknown' | 'template-version-unknown';

/** What was asked for among what is published: the newest of that name, or the version that was named. */
export function wantedTemplate(
  { current, published }: CentreTemplates,
  wanted: WantedTemplate | undefined,
): Result<PassTemplate, TemplateRefusal> {
  if (!wanted) return accept(current);
  const named = published.filter(({ templateId }) => templateId === wanted.templateId);
  const newest = named.at(-1);
  if (!newest) return refuse('template-unknown');
  const found =
    wanted.version === undefined ? newest : named.find(({ version }) => version === wanted.version);
  return found ? accept(found) : refuse('template-version-unknown');
}

/**
 * A template made ready to sign with. Images that are not here yet are the product's; they are looked for again with
 * the next pass.
 */
export async function compiledTemplate(db: CentreDb, template: PassTemplate): Promise<CompiledTemplate> {
  const known = compiled.get(template);
  if (known) return known;
  const digests = imageDigestsOf(template);
  const images = await templateImages(db, digests);
  const own = compileTemplate(
    template,
    templateAssets(template, (digest) => images.get(digest)),
  );
  const made = own.ok
    ? own
    : compileTemplate(
        { ...template, images: {} },
        templateAssets({}, () => undefined),
      );
  if (!made.ok) throw new Error(`the images of the product cannot be used: ${made.refusal.code}`);
  if (digests.every((digest) => images.has(digest))) compiled.set(template, made.value);
  return made.value;
}

const compiled = new WeakMap<PassTemplate, CompiledTemplate>();
const standards = createKept<PassTemplate>(200);
const read = createKept<PassTemplate | undefined>(500);

function standardFor(centreName: string): PassTemplate {
  return standards.of(centreName, () => standardTemplate(centreName));
}

/** An event never changes, so each is read once. */
function templateIn({ id, version, data }: TemplateEvent): PassTemplate | undefined {
  return read.of(id, () => {
    const parsed = parseEvent({ type: 'TemplatePublished', version, data: readJson(data) });
    return parsed.ok && parsed.value.type === 'TemplatePublished' ? parsed.value.data.template : undefined;
  });
}

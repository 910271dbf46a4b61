import type { Result } from '../../domain/kernel/result.ts';
import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import { type CompiledTemplate, compileTemplate } from '../../issuing/apple/compile-template.ts';
import type { ImageFault } from '../../issuing/apple/pass-images.ts';
import { assetsOf } from '../queries/templates/published-templates.ts';
import type { ReadableDb } from '../store/database.ts';

/** A published version with its images, compiled when a pass first needs it and kept with the template. */
export function compiledTemplate(
  db: ReadableDb,
  template: PassTemplate,
): Result<CompiledTemplate, ImageFault> {
  const kept = compiled.get(template);
  if (kept) return kept;
  const made = compileTemplate(template, assetsOf(db, template));
  compiled.set(template, made);
  return made;
}

const compiled = new WeakMap<PassTemplate, Result<CompiledTemplate, ImageFault>>();

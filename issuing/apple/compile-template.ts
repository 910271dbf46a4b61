import { createHash } from 'node:crypto';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import { type ImageFault, imageFaults } from './pass-images.ts';
import { type ZipRecord, zipRecord } from './zip-record.ts';

/** Image files by their names in the pass: `icon.png`, `icon@2x.png`, `logo.png`, … */
export type PassAssets = ReadonlyMap<string, Uint8Array>;

/** A template with everything done that is the same for all of its passes. */
export interface CompiledTemplate {
  readonly template: PassTemplate;
  readonly staticFiles: readonly StaticFile[];
  readonly staticFileOf: ReadonlyMap<string, StaticFile>;
  /** The beginning of manifest.json: `{"icon.png":"…",…` without the last comma. */
  readonly manifestStart: string;
}

export interface StaticFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly sha1: string;
  readonly record: ZipRecord;
}

/** Checks the images and prepares their part of archive and manifest. */
export function compileTemplate(
  template: PassTemplate,
  assets: PassAssets,
): Result<CompiledTemplate, ImageFault> {
  const [fault] = imageFaults(assets);
  if (fault) return refuse(fault);
  const staticFiles = [...assets].map(([name, content]) => ({
    name,
    content,
    sha1: createHash('sha1').update(content).digest('hex'),
    record: zipRecord(name, content),
  }));
  return accept({
    template,
    staticFiles,
    staticFileOf: new Map(staticFiles.map((file) => [file.name, file])),
    manifestStart: `{${staticFiles.map(({ name, sha1 }) => `"${name}":"${sha1}"`).join(',')}`,
  });
}

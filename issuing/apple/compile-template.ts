import { hash } from 'node:crypto';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import type { PassImages } from './pass-file.ts';
import { type ImageFault, imageFaults } from './pass-images.ts';
import { type ZipBlock, zipBlock, zipRecord } from './zip-record.ts';

/** Image files by their names in the pass: `icon.png`, `icon@2x.png`, `logo.png`, … */
export type PassAssets = ReadonlyMap<string, Uint8Array>;

/** A template with everything done that is the same for all of its passes. */
export interface CompiledTemplate {
  readonly template: PassTemplate;
  /** The images as they lie in every archive, checked, summed and packed once; and as they are kept. */
  readonly images: ZipBlock;
  readonly passImages: PassImages;
  /** The beginning of manifest.json: `{"icon.png":"…",…` without the last comma. */
  readonly manifestStart: string;
}

/** Checks the images and prepares their part of archive and manifest. */
export function compileTemplate(
  template: PassTemplate,
  assets: PassAssets,
): Result<CompiledTemplate, ImageFault> {
  const [fault] = imageFaults(assets);
  if (fault) return refuse(fault);
  const hashes = [...assets].map(([name, content]) => `"${name}":"${hash('sha1', content)}"`);
  const images = zipBlock([...assets].map(([name, content]) => zipRecord(name, content)));
  return accept({
    template,
    images,
    passImages: { digest: hash('sha256', images.local), bytes: images.local },
    manifestStart: `{${hashes.join(',')}`,
  });
}

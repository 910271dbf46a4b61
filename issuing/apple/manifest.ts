import { hash } from 'node:crypto';
import type { CompiledTemplate } from './compile-template.ts';

export type NamedFile = readonly [name: string, content: Buffer];

/** manifest.json of the template's images and these files, with the SHA-1 of each. */
export function manifestOf({ manifestStart }: CompiledTemplate, files: Iterable<NamedFile>): Buffer {
  let text = manifestStart;
  for (const [name, file] of files) text += `,"${name}":"${hash('sha1', file)}"`;
  return Buffer.from(`${text}}`, 'latin1');
}

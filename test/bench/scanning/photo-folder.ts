import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { GreyImage } from '../../../decoding/grey-image.ts';
import { greyImageOf } from '../../../main/scanning/read-image.ts';

/** A photograph with what its symbol says. */
export interface Photo {
  readonly folder: string;
  readonly name: string;
  readonly image: GreyImage;
  readonly expected: string;
  /** Raw content, where the text is not the point. */
  readonly expectedBytes?: Uint8Array;
}

/** All photographs below a folder of folders (or of one folder) that have an expected text beside them. */
export async function photosIn(dir: string): Promise<Photo[]> {
  const folders = readdirSync(dir).filter((name) => statSync(path.join(dir, name)).isDirectory());
  const photos: Photo[] = [];
  for (const folder of folders.length > 0 ? folders : ['.'])
    for (const file of readdirSync(path.join(dir, folder)).sort()) {
      const photo = await readPhoto(path.join(dir, folder), file);
      if (photo) photos.push({ folder, ...photo });
    }
  return photos;
}

async function readPhoto(folder: string, file: string): Promise<Omit<Photo, 'folder'> | undefined> {
  const { name, ext } = path.parse(file);
  if (!/^\.(png|jpe?g|webp)$/i.test(ext)) return undefined;
  const text = readIfThere(path.join(folder, `${name}.txt`));
  const bytes = readIfThere(path.join(folder, `${name}.bin`));
  if (!text && !bytes) return undefined;
  const image = await greyImageOf(readFileSync(path.join(folder, file)));
  if (!image) return undefined;
  const expected = text ? text.toString('utf8') : '';
  return { name: file, image, expected, ...(bytes && !text ? { expectedBytes: bytes } : {}) };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

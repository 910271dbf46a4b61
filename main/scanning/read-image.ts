import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import type { DecodedSymbol } from '../../decoding/decoded-symbol.ts';
import { type GreyImage, greyOf } from '../../decoding/grey-image.ts';
import { readPicture } from '../../decoding/read-symbols.ts';
import { loadZxing } from '../../decoding/zxing-reader.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';

export type ImageRefusal = 'file-unreadable' | 'image-too-large' | 'image-unreadable' | 'no-code-found';

const MOST_BYTES = 50 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
/** Larger pictures are made smaller first: a code that somebody photographs does not need more. */
const LONGEST_SIDE = 3_400;
/** No further attempt begins after this; pictures of codes as cameras take them are through long before. */
const MOST_MS = 10_000;

/** The symbol in a PNG, JPEG or WebP file. Limits are checked before anything is unpacked. */
export async function readImageFile(file: string): Promise<Result<DecodedSymbol, ImageRefusal>> {
  const size = await stat(file).catch(() => undefined);
  if (!size?.isFile()) return refuse('file-unreadable');
  if (size.size > MOST_BYTES) return refuse('image-too-large');
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return refuse('file-unreadable');
  const grey = await greyImageOf(bytes);
  if (!grey) return refuse('image-unreadable');
  await loadReader();
  const [symbol] = await readPicture(grey, MOST_MS);
  return symbol ? accept(symbol) : refuse('no-code-found');
}

/** The pixels of a picture in shades of grey, turned as its EXIF says; undefined for anything but a picture. */
export async function greyImageOf(bytes: Uint8Array): Promise<GreyImage | undefined> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'none' });
    const { format } = await picture.metadata();
    if (format !== 'png' && format !== 'jpeg' && format !== 'webp') return undefined;
    const { data, info } = await picture
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return greyOf(data, info.width, info.height);
  } catch {
    return undefined;
  }
}

let reader: Promise<void> | undefined;

/** The reader is loaded once, on first use. */
export function loadReader(): Promise<void> {
  reader ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then(
    (wasm) => loadZxing(new Uint8Array(wasm).buffer),
  );
  return reader;
}

import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import { standardImages } from './assets/standard-images.ts';

/** Largest size in points; a phone cuts or shrinks what is larger, or shows nothing. */
const pointLimits: Record<string, { readonly width: number; readonly height: number }> = {
  icon: { width: 29, height: 29 },
  logo: { width: 160, height: 50 },
  thumbnail: { width: 90, height: 90 },
  strip: { width: 375, height: 144 },
  background: { width: 180, height: 220 },
  footer: { width: 286, height: 15 },
};

/** Of tickets and of passes that are personalised: no pass of this product has them, and no size is held against them. */
const otherImages: ReadonlySet<string> = new Set([
  'artwork',
  'personalizationLogo',
  'primaryLogo',
  'secondaryLogo',
  'venueMap',
]);

/** One image costs every phone that much in each update. */
export const imageByteLimit = 1024 * 1024;

export type ImageFault =
  | { readonly code: 'image-missing'; readonly name: string }
  | { readonly code: 'image-name-unknown'; readonly name: string }
  | { readonly code: 'image-not-png'; readonly name: string }
  | { readonly code: 'image-too-heavy'; readonly name: string; readonly bytes: number }
  | {
      readonly code: 'image-too-large';
      readonly name: string;
      readonly width: number;
      readonly height: number;
      readonly widthLimit: number;
      readonly heightLimit: number;
    };

/** Icon and logo drawn for the standard template. */
export function standardAssets(): Map<string, Uint8Array> {
  return new Map(
    Object.entries(standardImages).map(([name, base64]) => [
      name,
      new Uint8Array(Buffer.from(base64, 'base64')),
    ]),
  );
}

/** The image files of a template by their names in the pass; where the centre has none, those of the product. */
export function templateAssets(
  { images = {} }: Pick<PassTemplate, 'images'>,
  bytesOf: (digest: string) => Uint8Array | undefined,
): Map<string, Uint8Array> {
  const assets = standardAssets();
  for (const [slot, digests] of Object.entries(images))
    for (const [index, digest] of digests.entries()) {
      const bytes = bytesOf(digest);
      if (bytes) assets.set(`${slot}${index === 0 ? '' : `@${index + 1}x`}.png`, bytes);
    }
  return assets;
}

export const requiredImages = [
  'icon.png',
  'icon@2x.png',
  'icon@3x.png',
  'logo.png',
  'logo@2x.png',
  'logo@3x.png',
];

/** Everything that is wrong with the images of a template. */
export function imageFaults(assets: ReadonlyMap<string, Uint8Array>): ImageFault[] {
  const missing = requiredImages.filter((name) => !assets.has(name));
  return [
    ...missing.map((name) => ({ code: 'image-missing', name }) as const),
    ...[...assets].flatMap(([name, content]) => imageFault(name, content) ?? []),
  ];
}

/** What is wrong with one image file, checked by its name in the pass. */
export function imageFault(name: string, content: Uint8Array): ImageFault | undefined {
  const parts = /^(?:[\w-]+\.lproj\/)?([a-zA-Z]+)(?:@([23])x)?\.png$/.exec(name);
  const limit = parts?.[1] === undefined ? undefined : pointLimits[parts[1]];
  const isKnown = limit !== undefined || otherImages.has(parts?.[1] ?? '');
  if (!isKnown) return { code: 'image-name-unknown', name };
  if (content.length > imageByteLimit) return { code: 'image-too-heavy', name, bytes: content.length };
  const size = pngSize(content);
  if (!size) return { code: 'image-not-png', name };
  if (!limit) return undefined;
  const scale = Number(parts?.[2] ?? 1);
  const [widthLimit, heightLimit] = [limit.width * scale, limit.height * scale];
  if (size.width <= widthLimit && size.height <= heightLimit) return undefined;
  return { code: 'image-too-large', name, ...size, widthLimit, heightLimit };
}

/** Width and height from the header, if the bytes are a whole PNG at first sight. */
export function pngSize(content: Uint8Array): { width: number; height: number } | undefined {
  const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (file.length < 45 || file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined;
  if (file.toString('latin1', 12, 16) !== 'IHDR' || !file.subarray(-12).includes('IEND')) return undefined;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

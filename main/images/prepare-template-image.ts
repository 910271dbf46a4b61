import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { ImageSlot } from '../../domain/passes/pass-template.ts';

export type ImageRefusal =
  | 'image-unreadable'
  | 'image-kind-unknown'
  | 'image-too-heavy'
  | 'image-too-small'
  | 'image-wrong-shape'
  | 'images-unavailable';

/** PNG files in the three scales of phones. */
export type ScaledImage = readonly [normal: Uint8Array, twice: Uint8Array, thrice: Uint8Array];

interface SlotShape {
  /** Points of the place that a phone gives it; three pixels a point at most. */
  readonly width: number;
  readonly height: number;
  /** The image is cut to the place, or put into it whole. */
  readonly fit: 'cover' | 'inside';
  /** Width through height that a file may have; what is far from the place would be cut or shrunk away. */
  readonly ratio: readonly [lowest: number, highest: number];
}

export const slotShapes: Readonly<Record<ImageSlot, SlotShape>> = {
  icon: { width: 29, height: 29, fit: 'cover', ratio: [0.95, 1.05] },
  logo: { width: 160, height: 50, fit: 'inside', ratio: [0.5, 10] },
  thumbnail: { width: 90, height: 90, fit: 'inside', ratio: [0.66, 1.5] },
  strip: { width: 375, height: 144, fit: 'cover', ratio: [1.9, 3.6] },
};

const scales = [1, 2, 3] as const;
/** An image of few bytes can unpack to a wall of pixels. */
const mostPixels = 50_000_000;
/** Above that a photograph is stored with fewer colours: each phone loads it with each update. */
const heavyBytes = 200 * 1024;

/**
 * An image as passes need it. The work is done on the thread pool of libvips, not on the thread that answers the
 * desk; where the library cannot be loaded only this one thing is unavailable.
 */
export async function prepareTemplateImage(
  slot: ImageSlot,
  bytes: Uint8Array,
): Promise<Result<ScaledImage, ImageRefusal>> {
  const sharp = await loadSharp();
  if (!sharp) return refuse('images-unavailable');
  const foreign = faultOfStart(bytes);
  if (foreign) return refuse(foreign);
  const open = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true });
  try {
    const fault = shapeFault(slotShapes[slot], await open().metadata());
    if (fault) return refuse(fault);
    const [normal, twice, thrice] = await Promise.all(
      scales.map((scale) => scaled(open, slotShapes[slot], scale)),
    );
    return normal && twice && thrice ? accept([normal, twice, thrice]) : refuse('image-unreadable');
  } catch (error) {
    return refuse(/pixel limit/i.test(String(error)) ? 'image-too-heavy' : 'image-unreadable');
  }
}

type Sharp = typeof import('sharp')['default'];
type Metadata = Awaited<ReturnType<ReturnType<Sharp>['metadata']>>;

function shapeFault(shape: SlotShape, found: Metadata): ImageRefusal | undefined {
  if (!kinds.has(found.format)) return 'image-kind-unknown';
  // Cameras store pictures lying and note how they were held: from 5 on width and height change places.
  const isTurned = (found.orientation ?? 1) >= 5;
  const [width, height] = isTurned ? [found.height, found.width] : [found.width, found.height];
  const ratio = width / height;
  if (ratio < shape.ratio[0] || ratio > shape.ratio[1]) return 'image-wrong-shape';
  const isLarge = { width: width >= 3 * shape.width, height: height >= 3 * shape.height };
  const isEnough = shape.fit === 'cover' ? isLarge.width && isLarge.height : isLarge.width || isLarge.height;
  return isEnough ? undefined : 'image-too-small';
}

const kinds = new Set(['png', 'jpeg', 'webp']);

/**
 * What cannot be one by its first bytes is not opened to find that out: some formats that the library knows are
 * programs. SVG, GIF, TIFF and what cameras of phones write are images of another kind.
 */
function faultOfStart(bytes: Uint8Array): ImageRefusal | undefined {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (/^(?:\x89PNG\r\n|\xff\xd8\xff|RIFF.{4}WEBP)/s.test(start)) return undefined;
  const isOther = /^(?:(?:\xef\xbb\xbf)?\s{0,40}<|GIF8|II\*|MM|BM|.{4}ftyp)/s.test(start) || isPacked(bytes);
  return isOther ? 'image-kind-unknown' : 'image-unreadable';
}

/** gzip: SVG comes packed, too. */
function isPacked([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

async function scaled(open: () => ReturnType<Sharp>, shape: SlotShape, scale: number): Promise<Uint8Array> {
  const image = open()
    .autoOrient()
    .resize({
      width: shape.width * scale,
      height: shape.height * scale,
      fit: shape.fit,
      withoutEnlargement: true,
    });
  const full = await image.clone().png({ compressionLevel: 9 }).toBuffer();
  if (full.length <= heavyBytes) return full;
  return image.png({ compressionLevel: 9, palette: true, quality: 85 }).toBuffer();
}

let loading: Promise<Sharp | undefined> | undefined;

function loadSharp(): Promise<Sharp | undefined> {
  loading ??= import('sharp').then(
    ({ default: sharp }) => {
      sharp.cache(false);
      sharp.concurrency(1);
      return sharp;
    },
    () => undefined,
  );
  return loading;
}

import { busyRegion, cropped, type Region } from './busy-region.ts';
import { type Deblurring, deblurred } from './deblurred.ts';
import type { DecodedSymbol } from './decoded-symbol.ts';
import { blurred, doubled, type GreyImage, halved, repeated, stretched } from './grey-image.ts';
import { readWithQr } from './qr-reader.ts';
import { type Effort, readWithZxing } from './zxing-reader.ts';

/** Attempts from cheap to dear; the first that finds something ends the search. */
interface Attempt {
  readonly name: string;
  readonly run: (image: GreyImage) => Promise<DecodedSymbol[]>;
}

const zxing = (name: string, prepare: (image: GreyImage) => GreyImage, effort: Effort): Attempt => ({
  name,
  run: (image) => readWithZxing(prepare(image), effort),
});

const same = (image: GreyImage) => image;
const LARGE_SIDE = 500;
const SMALL_SIDE = 900;
const TINY_SIDE = 120;
const MOST_ENLARGED_PIXELS = 160_000;

const quick = zxing('quick', same, { isThorough: false });
const qr: Attempt = {
  name: 'qr',
  run: async (image) => {
    const symbol = readWithQr(image, 40);
    return symbol ? [symbol] : [];
  },
};
const thorough = zxing('thorough', same, { isThorough: true });
const softened = zxing('softened', (image) => stretched(blurred(image)), {
  isThorough: true,
  turns: false,
});

/** Modules of one or two pixels become large enough for a reader's grid. */
const enlarging = (name: string, prepare: (image: GreyImage) => GreyImage): Attempt => ({
  name,
  run: async (image) => {
    if (image.width * image.height > MOST_ENLARGED_PIXELS) return [];
    const symbols = await readWithZxing(doubled(prepare(image)), { isThorough: true });
    return symbols.map((symbol) => ({
      ...symbol,
      corners: symbol.corners?.map(({ x, y }) => ({ x: x / 2, y: y / 2 })),
    }));
  },
});
const focused = (name: string, deblurring: Deblurring) =>
  enlarging(name, (image) => deblurred(image, deblurring));
const enlarged = enlarging('enlarged', same);
const sharpened = focused('sharpened', { blurs: 2, rounds: 4 });
const refocused = focused('refocused', { blurs: 3, rounds: 12 });
const tiny = zxing('tiny', (image) => (smallerSide(image) < TINY_SIDE ? repeated(image, 4) : image), {
  isThorough: true,
});

/** For a still picture: every way there is, one after the other. */
const forPictures: readonly Attempt[] = [
  quick,
  thorough,
  tiny,
  zxing('denoised', same, { isThorough: true, denoises: true }),
  softened,
  zxing('halved', (image) => (smallerSide(image) > LARGE_SIDE ? halved(image) : image), {
    isThorough: true,
    denoises: true,
  }),
  zxing('global', same, { isThorough: true, binarizer: 'GlobalHistogram' }),
  zxing('doubled', (image) => (smallerSide(image) < SMALL_SIDE ? doubled(image) : stretched(image)), {
    isThorough: true,
  }),
  qr,
];

/** For the busy part of a camera frame: it is small, so that even the dear attempts are quick. */
const forParts: readonly Attempt[] = [quick, qr, softened, sharpened, thorough, enlarged, refocused];

/** Everything that can be read in a still picture; after `mostMs` no further attempt is begun. */
export function readPicture(
  image: GreyImage,
  mostMs: number = Number.POSITIVE_INFINITY,
): Promise<DecodedSymbol[]> {
  return firstFound(image, forPictures, mostMs);
}

/**
 * What a camera frame shows, within `mostMs`: an attempt that has begun is finished, none is begun after it.
 * With 0 only the part that looks like a code is tried, once, and a frame without one is let go.
 */
export async function readFrame(image: GreyImage, mostMs: number): Promise<DecodedSymbol[]> {
  const started = performance.now();
  const region = busyRegion(image);
  if (region) {
    const part = cropped(image, region);
    const symbols = await firstFound(part, forParts, mostMs - (performance.now() - started));
    if (symbols.length > 0) return symbols.map((symbol) => moved(symbol, region));
  }
  const isPart = !region || region.width * region.height < image.width * image.height;
  if (!isPart || performance.now() - started >= mostMs) return [];
  return quick.run(image);
}

function moved(symbol: DecodedSymbol, { left, top }: Region): DecodedSymbol {
  const corners = symbol.corners?.map(({ x, y }) => ({ x: x + left, y: y + top }));
  return { ...symbol, corners };
}

async function firstFound(
  image: GreyImage,
  attempts: readonly Attempt[],
  mostMs: number,
): Promise<DecodedSymbol[]> {
  const started = performance.now();
  for (const { run } of attempts) {
    const symbols = await run(image);
    if (symbols.length > 0) return symbols;
    if (performance.now() - started > mostMs) return [];
  }
  return [];
}

function smallerSide({ width, height }: GreyImage): number {
  return Math.min(width, height);
}

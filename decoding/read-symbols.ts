import type { DecodedSymbol } from './decoded-symbol.ts';
import { blurred, doubled, type GreyImage, halved, stretched } from './grey-image.ts';
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

/** For a still picture: every way there is, one after the other. */
const forPictures: readonly Attempt[] = [
  quick,
  thorough,
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

/** For one of many frames: cheap first, then one dear attempt; the next frame is never far away. */
const forFrames: readonly Attempt[] = [quick, qr, softened];

/** Everything that can be read in a still picture. */
export function readPicture(image: GreyImage): Promise<DecodedSymbol[]> {
  return firstFound(image, forPictures, Number.POSITIVE_INFINITY);
}

/** What a camera frame shows, within `mostMs`: an attempt that has begun is finished, none is begun after it. */
export function readFrame(image: GreyImage, mostMs: number): Promise<DecodedSymbol[]> {
  return firstFound(image, forFrames, mostMs);
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

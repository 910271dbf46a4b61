import type { GreyImage } from './grey-image.ts';

/** A part of a picture, in its pixels. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const BLOCK = 16;
/** The spread of a code even on a dim phone stands out of what the sensor's noise makes everywhere. */
const NOISE_TIMES = 1.8;
const LEAST_SPREAD = 3;
const SURE_SPREAD = 22;
/** A code of 21 modules at two pixels covers nine blocks; edges of single letters and cables cover fewer. */
const FEWEST_BLOCKS = 5;
const MARGIN = 2 * BLOCK;

/**
 * Where a picture holds more than shades and noise; undefined where nothing does. A desk without a code is
 * given up here at the cost of one pass over the pixels.
 */
export function busyRegion(image: GreyImage): Region | undefined {
  const across = Math.floor(image.width / BLOCK);
  const down = Math.floor(image.height / BLOCK);
  if (across < 3 || down < 3) return { left: 0, top: 0, width: image.width, height: image.height };
  const spreads = blockSpreads(image, across, down);
  const noise = [...spreads].sort((one, other) => one - other)[spreads.length >> 1] ?? 0;
  const threshold = Math.min(SURE_SPREAD, Math.max(LEAST_SPREAD, noise * NOISE_TIMES));
  const isBusy = Uint8Array.from(spreads, (spread) => (spread > threshold ? 1 : 0));
  return regionOf(largeGroups(isBusy, across), across, image);
}

/** The part of the picture, copied. */
export function cropped({ width, data }: GreyImage, region: Region): GreyImage {
  const part = new Uint8Array(region.width * region.height);
  for (let y = 0; y < region.height; y++) {
    const from = (region.top + y) * width + region.left;
    part.set(data.subarray(from, from + region.width), y * region.width);
  }
  return { width: region.width, height: region.height, data: part };
}

/** Standard deviation in each block, of every second pixel averaged with its neighbour: noise counts less. */
function blockSpreads({ width, data }: GreyImage, across: number, down: number): Float32Array {
  const spreads = new Float32Array(across * down);
  for (let block = 0; block < spreads.length; block++) {
    const left = (block % across) * BLOCK;
    const top = Math.floor(block / across) * BLOCK;
    let sum = 0;
    let squares = 0;
    for (let y = 0; y < BLOCK; y += 2) {
      const row = (top + y) * width + left;
      for (let at = row; at < row + BLOCK; at += 2) {
        const value =
          (data[at] as number) +
          (data[at + 1] as number) +
          (data[at + width] as number) +
          (data[at + width + 1] as number);
        sum += value;
        squares += value * value;
      }
    }
    const count = (BLOCK * BLOCK) / 4;
    spreads[block] = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)) / 4;
  }
  return spreads;
}

/** The busy blocks that lie together with enough others. */
function largeGroups(isBusy: Uint8Array, across: number): number[] {
  const kept: number[] = [];
  for (let start = 0; start < isBusy.length; start++) {
    if (isBusy[start] !== 1) continue;
    const group = [start];
    isBusy[start] = 0;
    for (const block of group)
      for (const next of neighboursOf(block, across)) {
        if (isBusy[next] !== 1) continue;
        isBusy[next] = 0;
        group.push(next);
      }
    if (group.length >= FEWEST_BLOCKS) kept.push(...group);
  }
  return kept;
}

function neighboursOf(block: number, across: number): number[] {
  const column = block % across;
  const around = [block - across, block + across];
  if (column > 0) around.push(block - 1, block - across - 1, block + across - 1);
  if (column < across - 1) around.push(block + 1, block - across + 1, block + across + 1);
  return around;
}

function regionOf(
  blocks: readonly number[],
  across: number,
  { width, height }: GreyImage,
): Region | undefined {
  if (blocks.length === 0) return undefined;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const block of blocks) {
    const [x, y] = [(block % across) * BLOCK, Math.floor(block / across) * BLOCK];
    left = Math.min(left, x - MARGIN);
    top = Math.min(top, y - MARGIN);
    right = Math.max(right, x + BLOCK + MARGIN);
    bottom = Math.max(bottom, y + BLOCK + MARGIN);
  }
  [left, top] = [Math.max(0, left), Math.max(0, top)];
  return { left, top, width: Math.min(width, right) - left, height: Math.min(height, bottom) - top };
}

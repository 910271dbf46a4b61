import type { GreyImage } from './grey-image.ts';

/** Pixels on each side of a block. */
export const BLOCK = 16;

/** Brightness of the blocks of a picture, row by row: what is left over at the right and the bottom is no block. */
export interface Blocks {
  readonly across: number;
  readonly down: number;
  readonly means: Float32Array;
  /** Standard deviations. */
  readonly spreads: Float32Array;
}

/** Of every second pixel averaged with its neighbours: the sensor's noise counts less. */
export function blocksOf({ width, height, data }: GreyImage): Blocks {
  const across = Math.floor(width / BLOCK);
  const down = Math.floor(height / BLOCK);
  const means = new Float32Array(across * down);
  const spreads = new Float32Array(across * down);
  const count = (BLOCK * BLOCK) / 4;
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
    means[block] = sum / count / 4;
    spreads[block] = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)) / 4;
  }
  return { across, down, means, spreads };
}

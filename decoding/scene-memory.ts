import { type Blocks, blocksOf } from './blocks.ts';
import type { GreyImage } from './grey-image.ts';

/** What differs by so many times the median difference is no noise. */
const NOISE_TIMES = 9;
const LEAST_DIFFERENCE = 2;
/** Light that flickers or a camera that adapts changes everything a little: nothing can be told then. */
const MOST_NOISE = 2;
/** Unchanged pictures are tried again now and then: noise hides a code in one and not in the next. */
const MOST_IN_A_ROW = 7;

/** The last picture in which nothing was found, by which the next ones need no search while they show the same. */
export interface SceneMemory {
  /** Whether nothing has changed since that picture. */
  showsTheSame(image: GreyImage): boolean;
  /** Nothing was found in this one. */
  remember(image: GreyImage): void;
  forget(): void;
}

export function createSceneMemory(): SceneMemory {
  let known: Blocks | undefined;
  let inARow = 0;
  return {
    showsTheSame(image) {
      if (!known || inARow >= MOST_IN_A_ROW || !isSame(known, blocksOf(image))) return false;
      inARow += 1;
      return true;
    },
    remember(image) {
      known = blocksOf(image);
      inARow = 0;
    },
    forget() {
      known = undefined;
    },
  };
}

/** Both in brightness and in contrast: a code that comes into focus changes the contrast alone. */
function isSame(one: Blocks, other: Blocks): boolean {
  return (
    one.across === other.across &&
    one.down === other.down &&
    areAlike(one.means, other.means) &&
    areAlike(one.spreads, other.spreads)
  );
}

function areAlike(one: Float32Array, other: Float32Array): boolean {
  const differences = one.map((value, index) => Math.abs(value - (other[index] as number)));
  const highest = differences.reduce((most, each) => Math.max(most, each), 0);
  const noise = differences.sort()[differences.length >> 1] ?? 0;
  return noise <= MOST_NOISE && highest <= Math.max(LEAST_DIFFERENCE, noise * NOISE_TIMES);
}

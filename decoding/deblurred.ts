import { blurred, type GreyImage } from './grey-image.ts';

/** How far out of focus a picture is taken to be, and how long it is worked on. */
export interface Deblurring {
  /** Blurs of three by three pixels, one after the other: two make the blur of a cheap lens, three a bad one. */
  readonly blurs: number;
  readonly rounds: number;
}

/**
 * Takes a blur back (Van Cittert): what the blurred estimate lacks of the picture is added to the estimate, again
 * and again. Modules that have run into each other come apart; noise grows, so it is for pictures without much.
 */
export function deblurred(image: GreyImage, { blurs, rounds }: Deblurring): GreyImage {
  const { width, height, data } = image;
  const estimate = Float32Array.from(data);
  for (let round = 0; round < rounds; round++) {
    let soft: GreyImage = { width, height, data: Uint8Array.from(estimate) };
    for (let count = 0; count < blurs; count++) soft = blurred(soft);
    for (let at = 0; at < estimate.length; at++) {
      const value = (estimate[at] as number) + (data[at] as number) - (soft.data[at] as number);
      estimate[at] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
  return { width, height, data: Uint8Array.from(estimate) };
}

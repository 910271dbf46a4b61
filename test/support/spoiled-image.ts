import { blurred, type GreyImage } from '../../decoding/grey-image.ts';

/** What spoils pictures at a desk. */
export const spoils = [
  'clean',
  'blur',
  'strong blur',
  'dim',
  'noise',
  'moire',
  'dim and noise',
  'inverted',
] as const;

export type Spoil = (typeof spoils)[number];

export function spoilImage(image: GreyImage, by: Spoil, random: () => number): GreyImage {
  const each = (change: (value: number, x: number, y: number) => number): GreyImage => ({
    ...image,
    data: image.data.map((value, i) =>
      Math.min(255, Math.max(0, change(value, i % image.width, Math.floor(i / image.width)))),
    ),
  });
  switch (by) {
    case 'clean':
      return image;
    case 'blur':
      return blurred(image);
    case 'strong blur':
      return blurred(blurred(blurred(image)));
    case 'dim':
      return each((value) => 20 + value * 0.18);
    case 'noise':
      return each((value) => value + 70 * (random() - 0.5));
    case 'moire':
      return each((value, x, y) => value + 28 * Math.sin(x * 1.9) + 22 * Math.sin(y * 2.3));
    case 'dim and noise':
      return each((value) => 20 + value * 0.25 + 18 * (random() - 0.5));
    case 'inverted':
      return each((value) => 255 - value);
  }
}

/** xorshift: the same frames in every run. */
export function seeded(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

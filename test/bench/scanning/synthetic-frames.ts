import encodeQR from 'qr';
import type { GreyImage } from '../../../decoding/grey-image.ts';
import { type Spoil, seeded, spoilImage, spoils } from '../../support/spoiled-image.ts';

export interface SyntheticFrame {
  readonly image: GreyImage;
  readonly text: string;
  readonly modulePixels: number;
  readonly spoiledBy: Spoil;
}

const WIDTH = 1280;
const HEIGHT = 720;
const sizes = [1.6, 2, 2.5, 3, 4, 6, 9] as const;
const angles = [0, 7, 13, 19, 25] as const;

/**
 * 280 camera frames with a pass code in them: sizes, angles and everything that spoils a picture. The same for the
 * same `firstSeed`; another one gives other codes, places and noise.
 */
export function syntheticFrames(firstSeed: number): SyntheticFrame[] {
  const frames: SyntheticFrame[] = [];
  let seed = firstSeed;
  for (const modulePixels of sizes)
    for (const angle of angles)
      for (const spoiledBy of spoils) {
        const random = seeded(seed++);
        const text = passLike(random);
        const drawn = drawCode(text, modulePixels, (angle * Math.PI) / 180, random);
        frames.push({ image: spoilImage(drawn, spoiledBy, random), text, modulePixels, spoiledBy });
      }
  return frames;
}

/** A desk, a hand, nothing to read. */
export function emptyFrame(): GreyImage {
  const random = seeded(99);
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    data[i] = 120 + 40 * Math.sin(x / 90) + 30 * Math.cos(y / 70) + 10 * random();
  }
  return { width: WIDTH, height: HEIGHT, data };
}

function passLike(random: () => number): string {
  const symbols = '0123456789ABCDEFGHJKLMNPQRSTUVWX';
  return Array.from({ length: 42 }, () => symbols[Math.floor(random() * 32)]).join('');
}

/** The code in the middle, turned, on grey; each pixel the mean of nine samples. */
function drawCode(text: string, modulePixels: number, angle: number, random: () => number): GreyImage {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const side = modules.length;
  const [cx, cy] = [WIDTH / 2 + 40 * random() - 20, HEIGHT / 2 + 40 * random() - 20];
  const [cos, sin] = [Math.cos(angle) / modulePixels, Math.sin(angle) / modulePixels];
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const [px, py] = [x + dx / 3 - cx, y + dy / 3 - cy];
          const [u, v] = [
            Math.floor(px * cos + py * sin + side / 2),
            Math.floor(py * cos - px * sin + side / 2),
          ];
          sum += u < 0 || v < 0 || u >= side || v >= side ? 140 : modules[v]?.[u] ? 25 : 235;
        }
      data[y * WIDTH + x] = sum / 9;
    }
  return { width: WIDTH, height: HEIGHT, data };
}

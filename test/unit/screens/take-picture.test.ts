import sharp from 'sharp';
import { expect, test } from 'vitest';
import { smaller } from '../../screens/take-picture.ts';

test('a colour that stands on few points of a picture of thousands of colours is still that colour', async () => {
  const [width, height] = [1366, 768];
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++)
    pixels.set([200 + (at % 50), 180 + ((at >> 6) % 60), 190 + ((at >> 3) % 40)], at * 3);
  const ring = [194, 65, 12];
  for (let x = 300; x < 330; x++) pixels.set(ring, (400 * width + x) * 3);
  const taken = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  const kept = await sharp(await smaller(taken))
    .raw()
    .toBuffer();
  const off = pixels.map((value, index) => Math.abs(value - (kept[index] ?? 0)));
  expect(Math.max(...off.subarray(400 * width * 3, 401 * width * 3))).toBeLessThanOrEqual(4);
  expect(off.reduce((most, value) => Math.max(most, value), 0)).toBeLessThanOrEqual(4);
});

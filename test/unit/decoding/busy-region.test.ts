import { expect, test } from 'vitest';
import { busyRegion, cropped } from '../../../decoding/busy-region.ts';
import type { GreyImage } from '../../../decoding/grey-image.ts';

const WIDTH = 640;
const HEIGHT = 480;

function pictureOf(pixel: (x: number, y: number) => number): GreyImage {
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => pixel(i % WIDTH, Math.floor(i / WIDTH)));
  return { width: WIDTH, height: HEIGHT, data };
}

/** Repeatable noise between 0 and 1. */
function noiseAt(x: number, y: number): number {
  const value = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453;
  return value - Math.floor(value);
}

const isInCode = (x: number, y: number) => x >= 200 && x < 290 && y >= 150 && y < 240;
const isDark = (x: number, y: number) => noiseAt(Math.floor(x / 3), Math.floor(y / 3)) > 0.5;

test('an even desk, one with shadows and one with noise have nothing that is worth a second look', () => {
  expect(busyRegion(pictureOf(() => 128))).toBeUndefined();
  expect(
    busyRegion(pictureOf((x, y) => 120 + 40 * Math.sin(x / 90) + 30 * Math.cos(y / 70))),
  ).toBeUndefined();
  expect(busyRegion(pictureOf((x, y) => 100 + 60 * noiseAt(x, y)))).toBeUndefined();
});

test.each([
  ['a clear code', 20, 230],
  ['a code on a dim screen', 50, 80],
])('%s is found with paper around it, and little else', (_name, dark, light) => {
  const region = busyRegion(
    pictureOf((x, y) => (isInCode(x, y) && isDark(x, y) ? dark : light) + 8 * noiseAt(x, y)),
  );
  if (!region) throw new Error('no region');
  expect(region.left).toBeLessThanOrEqual(190);
  expect(region.top).toBeLessThanOrEqual(140);
  expect(region.left + region.width).toBeGreaterThanOrEqual(300);
  expect(region.top + region.height).toBeGreaterThanOrEqual(250);
  expect(region.width * region.height).toBeLessThan((WIDTH * HEIGHT) / 6);
});

test('a speck of dust is no code', () => {
  expect(
    busyRegion(pictureOf((x, y) => (x > 100 && x < 112 && y > 100 && y < 112 ? 0 : 200))),
  ).toBeUndefined();
});

test('a picture too small to be divided is tried whole', () => {
  const tiny = { width: 40, height: 30, data: new Uint8Array(1200) };
  expect(busyRegion(tiny)).toEqual({ left: 0, top: 0, width: 40, height: 30 });
});

test('a part holds exactly the pixels of its place', () => {
  const picture = pictureOf((x, y) => (x + y) % 251);
  const part = cropped(picture, { left: 100, top: 50, width: 3, height: 2 });
  expect(part).toEqual({ width: 3, height: 2, data: Uint8Array.of(150, 151, 152, 151, 152, 153) });
});

import { beforeEach, expect, test } from 'vitest';
import { blurred, type GreyImage } from '../../../decoding/grey-image.ts';
import { createSceneMemory, type SceneMemory } from '../../../decoding/scene-memory.ts';

const WIDTH = 320;
const HEIGHT = 240;

let seed = 7;
function noise(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return (seed / 2 ** 32 - 0.5) * 24;
}

/** A desk with a sheet of paper as a camera sees it: no two pictures are equal. */
function aDesk(more: (x: number, y: number) => number = () => 0): GreyImage {
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const isPaper = x > 60 && x < 200 && y > 40 && y < 170;
    return Math.max(0, Math.min(255, (isPaper ? 190 : 100) + 20 * Math.sin(x / 50) + noise() + more(x, y)));
  });
  return { width: WIDTH, height: HEIGHT, data };
}

const aCode = (contrast: number) => (x: number, y: number) => {
  if (x < 220 || x >= 262 || y < 90 || y >= 132) return 0;
  const value = Math.sin((x >> 1) * 12.9898 + (y >> 1) * 78.233) * 43758.5453;
  return value - Math.floor(value) < 0.5 ? contrast : -contrast;
};

let scene: SceneMemory;
beforeEach(() => {
  scene = createSceneMemory();
});

test('nothing is known before a picture was searched, nor after something was found', () => {
  expect(scene.showsTheSame(aDesk())).toBe(false);
  scene.remember(aDesk());
  scene.forget();
  expect(scene.showsTheSame(aDesk())).toBe(false);
});

test('a desk that only shows the noise of the camera is the same, and searched again now and then', () => {
  scene.remember(aDesk());
  const looks = Array.from({ length: 8 }, () => scene.showsTheSame(aDesk()));
  expect(looks).toEqual([true, true, true, true, true, true, true, false]);
});

test.each([
  ['a dim code that is laid down', aDesk(), () => aDesk(aCode(25))],
  ['light that is switched on', aDesk(), () => aDesk(() => 30)],
  ['something that moves a little', aDesk(aCode(60)), () => aDesk((x, y) => aCode(60)(x - 1, y - 1))],
  ['a code that comes into focus', blurred(blurred(aDesk(aCode(60)))), () => aDesk(aCode(60))],
  ['a picture of another size', { ...aDesk(), height: HEIGHT / 2 }, () => aDesk()],
])('%s is searched at once', (_, before, after) => {
  scene.remember(before);
  expect(scene.showsTheSame(after())).toBe(false);
});

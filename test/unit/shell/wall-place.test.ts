import { expect, test } from 'vitest';
import { wallPlace } from '../../../main/shell/wall-place.ts';

const laptop = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } };
const television = { id: 2, bounds: { x: 1366, y: 0, width: 1920, height: 1080 } };

test('given a second screen, when the wall opens, then it fills the one where the desk is not', () => {
  expect(wallPlace([laptop, television], laptop)).toEqual(television.bounds);
  expect(wallPlace([laptop, television], television)).toEqual(laptop.bounds);
});

test('given one screen alone, when the wall opens or the other was unplugged, then it fills none', () => {
  expect(wallPlace([laptop], laptop)).toBeUndefined();
});

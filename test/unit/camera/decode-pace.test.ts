import { expect, test } from 'vitest';
import { createDecodePace } from '../../../renderer/camera/decode-pace.ts';

const FRAME_MS = 33;

/** Ten seconds of camera pictures, each of which costs the decoder what its turn says. */
function tenSeconds(costMs: { readonly quick: number; readonly thorough: number }) {
  const pace = createDecodePace(0.4);
  const turns = { rest: 0, quick: 0, thorough: 0 };
  let usedMs = 0;
  for (let now = 0; now < 10_000; now += FRAME_MS) {
    const turn = pace.next(now);
    turns[turn]++;
    const cost = turn === 'rest' ? 0 : costMs[turn];
    usedMs += cost;
    pace.spend(cost);
  }
  return { turns, share: usedMs / 10_000 };
}

test('where decoding is cheap, every picture gets every attempt', () => {
  const { turns } = tenSeconds({ quick: 5, thorough: 12 });
  expect(turns.quick + turns.rest).toBe(0);
});

test('where dear attempts cost too much, every picture still gets the cheap one', () => {
  const { turns, share } = tenSeconds({ quick: 8, thorough: 60 });
  expect(turns.rest).toBe(0);
  expect(turns.thorough).toBeGreaterThan(20);
  expect(share).toBeLessThan(0.45);
});

test('on a slow machine pictures are let pass, and the share holds', () => {
  const { turns, share } = tenSeconds({ quick: 40, thorough: 120 });
  expect(turns.rest).toBeGreaterThan(0);
  expect(turns.quick + turns.thorough).toBeGreaterThan(40);
  expect(share).toBeLessThan(0.45);
});

test('time that the camera was off is not saved up', () => {
  const pace = createDecodePace(0.4);
  pace.next(0);
  pace.next(3_600_000);
  pace.spend(200);
  expect(pace.next(3_600_001)).toBe('quick');
});

test('however dear a picture is, the dear attempts come again within seconds', () => {
  const pace = createDecodePace(0.35);
  const thoroughAt: number[] = [];
  for (let now = 0; now < 20_000; now += FRAME_MS) {
    const turn = pace.next(now);
    if (turn === 'thorough') thoroughAt.push(now);
    if (turn !== 'rest') pace.spend(turn === 'quick' ? 60 : 250);
  }
  const gaps = thoroughAt.map((at, index) => (thoroughAt[index + 1] ?? 20_000) - at);
  expect(Math.max(...gaps)).toBeLessThan(2_500);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endBySilence, noFrames, takeBytes } from '../../../../domain/scan/devices/serial-frames.ts';

const codes = fc.array(fc.stringMatching(/^[ -~]{1,40}$/), { minLength: 1, maxLength: 8 });

test('codes come out as they were sent, wherever the bytes were cut', () => {
  fc.assert(
    fc.property(
      codes,
      fc.constantFrom('\r', '\n', '\r\n', '\t'),
      fc.integer({ min: 1, max: 9 }),
      (sent, end, size) => {
        const bytes = new TextEncoder().encode(sent.map((code) => code + end).join(''));
        let frames = noFrames;
        const read: string[] = [];
        for (let from = 0; from < bytes.length; from += size) {
          const taken = takeBytes(frames, bytes.subarray(from, from + size));
          frames = taken.frames;
          read.push(...taken.complete.map((code) => new TextDecoder().decode(code)));
        }
        expect(read).toEqual(sent);
        expect(endBySilence(frames)).toBeUndefined();
      },
    ),
  );
});

test('a device that never ends a code fills no memory, and its flood is no code', () => {
  let frames = noFrames;
  for (let round = 0; round < 200; round++) frames = takeBytes(frames, new Uint8Array(1000).fill(65)).frames;
  expect(frames.pending.length).toBeLessThan(9000);
  expect(endBySilence(frames)).toBeUndefined();
  const { complete } = takeBytes(frames, new TextEncoder().encode('\rGOOD\r'));
  expect(complete).toHaveLength(1);
});

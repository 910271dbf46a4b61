import { expect, test } from 'vitest';
import { EveryFrameReader } from '../../../renderer/camera/every-frame-reader.ts';
import type { DecodedFrame } from '../../../renderer/camera/frame-decoder.ts';

const empty: DecodedFrame = { symbols: [], width: 1280, height: 720 };

/** A video that shows a picture when told to. */
function aVideo() {
  let shown: (() => void) | undefined;
  const video = {
    requestVideoFrameCallback: (callback: () => void) => {
      shown = callback;
      return 1;
    },
    cancelVideoFrameCallback: () => {
      shown = undefined;
    },
  } as unknown as HTMLVideoElement;
  return { video, show: () => shown?.() };
}

/** A decoder that is busy until it is told to be done. */
function aDecoder() {
  const busy: ((frame?: DecodedFrame) => void)[] = [];
  let begun = 0;
  const decode = () => {
    begun++;
    return new Promise<DecodedFrame | undefined>((resolve) => busy.push(resolve));
  };
  return {
    decoder: { decode, close: () => undefined },
    begun: () => begun,
    async finish(frame?: DecodedFrame) {
      busy.shift()?.(frame);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

test('given a busy decoder, when pictures come meanwhile, then the latest is searched right after', async () => {
  const { decoder, begun, finish } = aDecoder();
  const { video, show } = aVideo();
  new EveryFrameReader(decoder, () => undefined).scan(video, undefined);
  show();
  show();
  show();
  expect(begun()).toBe(1);
  await finish(empty);
  expect(begun()).toBe(2);
  await finish(empty);
  expect(begun()).toBe(2);
  show();
  expect(begun()).toBe(3);
});

test('given a picture that waits, when the camera stops, then nothing is searched or told any more', async () => {
  const { decoder, begun, finish } = aDecoder();
  const { video, show } = aVideo();
  const told: DecodedFrame[] = [];
  const controls = new EveryFrameReader(decoder, (frame) => told.push(frame)).scan(video, undefined);
  show();
  show();
  controls.stop();
  await finish(empty);
  expect(begun()).toBe(1);
  expect(told).toEqual([]);
});

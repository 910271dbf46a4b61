import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DecodePace } from '../../../renderer/camera/decode-pace.ts';
import { createWorkerDecoder } from '../../../renderer/camera/worker-decoder.ts';

const video = {} as HTMLVideoElement;
const decoded = { kind: 'decoded', symbols: [], width: 1280, height: 720, usedMs: 9 };
const always = (turn: 'thorough' | 'rest'): DecodePace & { readonly spent: number[] } => {
  const spent: number[] = [];
  return { next: () => turn, spend: (usedMs) => void spent.push(usedMs), spent };
};

let started: { isTerminated: boolean }[] = [];

/** A worker that answers with `reply`, or fails, or says nothing. */
function workerThat(reply: object | 'fails' | 'hangs') {
  return () => {
    const worker = {
      isTerminated: false,
      onmessage: undefined as ((event: object) => void) | undefined,
      onerror: undefined as (() => void) | undefined,
      postMessage() {
        if (reply === 'hangs') return;
        queueMicrotask(() => (reply === 'fails' ? worker.onerror?.() : worker.onmessage?.({ data: reply })));
      },
      terminate() {
        worker.isTerminated = true;
      },
    };
    started.push(worker);
    return worker as unknown as Worker;
  };
}

beforeEach(() => {
  started = [];
  vi.useFakeTimers();
  vi.stubGlobal('VideoFrame', class {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('one worker decodes every picture, and its time is accounted for', async () => {
  const pace = always('thorough');
  const decoder = createWorkerDecoder(workerThat(decoded), pace);
  expect(await decoder.decode(video)).toEqual({ symbols: [], width: 1280, height: 720 });
  await decoder.decode(video);
  expect(started).toHaveLength(1);
  expect(pace.spent).toEqual([9, 9]);
});

test('a picture that must be let pass does not even start a worker', async () => {
  const decoder = createWorkerDecoder(workerThat(decoded), always('rest'));
  expect(await decoder.decode(video)).toBeUndefined();
  expect(started).toHaveLength(0);
});

test.each([['fails' as const], ['hangs' as const], [{ kind: 'broken', message: 'no memory' }]])(
  'a worker that %s is replaced for the next picture',
  async (fault) => {
    const decoder = createWorkerDecoder(workerThat(fault), always('thorough'));
    const answer = decoder.decode(video);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await answer).toBeUndefined();
    expect(started[0]?.isTerminated).toBe(true);
    void decoder.decode(video);
    expect(started).toHaveLength(2);
    decoder.close();
    expect(started[1]?.isTerminated).toBe(true);
    await vi.advanceTimersByTimeAsync(4000);
  },
);

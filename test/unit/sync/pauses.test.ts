import { expect, test } from 'vitest';
import { pauseAfter, pauses } from '../../../main/sync/pauses.ts';

const AN_HOUR_MS = 3_600_000;

test('what is recorded while the line rests ends the rest', async () => {
  const pause = pauses(new AbortController().signal);
  const rest = pause.forSending(AN_HOUR_MS);
  pause.wake();
  await expect(rest).resolves.toBeUndefined();
});

test('what is recorded while the line is sending does not wait for the end of the rest after it', async () => {
  const pause = pauses(new AbortController().signal);
  pause.wake();
  await expect(pause.forSending(AN_HOUR_MS)).resolves.toBeUndefined();
});

test('one call ends one rest', async () => {
  const pause = pauses(new AbortController().signal);
  pause.wake();
  await pause.forSending(AN_HOUR_MS);
  const outcome = await Promise.race([pause.forSending(AN_HOUR_MS).then(() => 'ended'), after(20)]);
  expect(outcome).toBe('rests');
});

test('the end of all ends the rests, also those that begin later', async () => {
  const over = new AbortController();
  const pause = pauses(over.signal);
  const rest = pause.forSending(AN_HOUR_MS);
  over.abort();
  await expect(rest).resolves.toBeUndefined();
  await expect(pause.forFetching(AN_HOUR_MS)).resolves.toBeUndefined();
});

test('a short interruption is over soon, however often the desk tried in between, and a long one costs a try a minute', () => {
  for (let time = 0; time < 100; time += 1) {
    expect(pauseAfter(0)).toBeGreaterThanOrEqual(500);
    expect(pauseAfter(5_000)).toBeLessThanOrEqual(3_750);
    expect(pauseAfter(24 * AN_HOUR_MS)).toBeGreaterThanOrEqual(30_000);
    expect(pauseAfter(24 * AN_HOUR_MS)).toBeLessThanOrEqual(90_000);
  }
});

const after = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve('rests'), ms));

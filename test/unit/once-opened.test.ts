import { expect, test } from 'vitest';
import { onceOpened } from '../../headquarters/once-opened.ts';

test('given two who ask at once, then it is opened once and both get the same', async () => {
  let times = 0;
  const opened = onceOpened(async () => ({ times: ++times }));
  const [one, other] = await Promise.all([opened(), opened()]);
  expect(one).toBe(other);
  expect(await opened()).toBe(one);
  expect(times).toBe(1);
});

test('given that opening failed, when the next asks, then it is tried again', async () => {
  let isUp = false;
  const opened = onceOpened(async () => {
    if (!isUp) throw new Error('the database is away');
    return 'open';
  });
  await expect(opened()).rejects.toThrow('the database is away');
  isUp = true;
  await expect(opened()).resolves.toBe('open');
});

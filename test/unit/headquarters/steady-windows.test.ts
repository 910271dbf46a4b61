import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryMinutes } from '../../../headquarters/jobs/retries.ts';
import { SteadyWindows } from '../../../headquarters/steady-windows.ts';
import { longestWaitHours } from '../../../headquarters/store/is-due.ts';

const MINUTE = 60_000;

describe('requests counted within a minute', () => {
  let elapsed = 0;
  let windows: SteadyWindows;
  const count = (key = 'a') => {
    let current = 0;
    windows.incr(key, (_error, result) => {
      current = result?.current ?? 0;
    });
    return current;
  };
  beforeEach(() => {
    elapsed = 1_000;
    windows = new SteadyWindows(undefined, () => elapsed);
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => void vi.useRealTimers());

  it('begin anew a minute later, wherever the clock was set meanwhile', () => {
    expect([count(), count()]).toEqual([1, 2]);
    vi.setSystemTime(Date.now() - 60 * MINUTE);
    expect(count()).toBe(3);
    vi.setSystemTime(Date.now() + 600 * MINUTE);
    expect(count()).toBe(4);
    elapsed += MINUTE;
    expect(count()).toBe(1);
  });

  it('are counted for each address and for each route by itself', () => {
    expect([count('a'), count('b'), count('a')]).toEqual([1, 1, 2]);
    const other = windows.child();
    let current = 0;
    other.incr('a', (_error, result) => {
      current = result?.current ?? 0;
    });
    expect(current).toBe(1);
  });

  it('are forgotten by the oldest first where too many addresses ask', () => {
    count('first');
    for (let index = 0; index < 4_999; index += 1) count(`flood ${index}`);
    expect(count('flood 4998')).toBe(2);
    count('one more');
    expect(count('first')).toBe(1);
  });
});

it('no wait between two tries is as long as what is taken for a clock that was ahead', () => {
  expect(Math.max(...retryMinutes) * 1.2).toBeLessThan(longestWaitHours * 60);
});

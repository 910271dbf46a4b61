import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { Uptime } from '../../../ledger/read-uptime.ts';
import { followTrialClock } from '../../../main/trial/follow-trial-clock.ts';
import { aWindow } from '../../support/staff.ts';
import { openTestStation, type TestStation, type TestStationParts } from '../../support/test-station.ts';

const morning = '2026-11-30T09:00:00.000Z' as Instant;
const threeWeeks = 21 * 24 * 60;
const inThreeWeeks = addMinutes(morning, threeWeeks);

let opened: TestStation;
let network: string;
let moved: string;
let uptime: Uptime;

beforeEach(async () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'trial-clock-'));
  network = path.join(dir, 'network.json');
  moved = path.join(dir, 'clock.json');
  const pages = { booking: 'http://127.0.0.1:2', phone: 'http://127.0.0.1:3', system: 'http://127.0.0.1:4' };
  writeFileSync(
    network,
    JSON.stringify({ headquarters: 'http://127.0.0.1:1', code: 'x', ...pages, clock: moved }),
  );
  uptime = { run: 'monday', ms: 1_000_000 };
});
afterEach(() => {
  vi.useRealTimers();
  opened.close();
});

async function open({ mode, dir }: { mode: TestStationParts['mode']; dir?: string }): Promise<void> {
  opened = await openTestStation(dir, morning, { mode, uptime: () => uptime });
}

function moveClock(minutes: number): void {
  writeFileSync(moved, JSON.stringify({ offsetMs: minutes * 60_000 }));
}

/** Until the station has looked again where the clock stands. */
async function look(): Promise<void> {
  vi.useFakeTimers();
  const clock = followTrialClock(opened.station, network);
  await clock.start();
  vi.advanceTimersByTime(1_000);
  await clock.stop();
  vi.useRealTimers();
}

async function statusNow(): Promise<{ aheadMs: number; warnings: readonly unknown[] }> {
  return (await aWindow(() => opened.station).ask('system.status')).value;
}

describe('the time at the desk of a trial', () => {
  test('given three weeks that pass at headquarters, then they pass at the desk, and nobody has to confirm the clock', async () => {
    await open({ mode: 'trial' });
    moveClock(threeWeeks);
    await look();
    expect(opened.station.now()).toBe(inThreeWeeks);
    expect(opened.station.clock.isTrusted()).toBe(true);
    expect(await statusNow()).toMatchObject({ aheadMs: threeWeeks * 60_000, warnings: [] });
  });

  test('given weeks that passed, when the desk starts again without a headquarters, then it goes on from there', async () => {
    await open({ mode: 'trial' });
    moveClock(threeWeeks);
    await look();
    opened.close();
    await open({ mode: 'trial', dir: opened.dir });
    expect(opened.station.now()).toBe(inThreeWeeks);
    expect(opened.station.clock.isTrusted()).toBe(true);
  });

  test("given weeks that passed, when the computer's own clock jumps, then what cannot be undone waits as in any centre", async () => {
    await open({ mode: 'trial' });
    moveClock(threeWeeks);
    await look();
    opened.clock.now = addMinutes(morning, 24 * 60);
    expect(opened.station.clock.isTrusted()).toBe(false);
    opened.clock.now = morning;
    expect(opened.station.clock.isTrusted()).toBe(true);
  });

  test('wherever the clock is said to stand, time at the desk never runs back', async () => {
    await open({ mode: 'trial' });
    const { time, now } = opened.station;
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.constant(Number.NaN)), (aheadMs) => {
        const before = now();
        time.moveAhead(aheadMs);
        expect(now() >= before).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('a file that says nothing readable moves nothing', async () => {
    await open({ mode: 'trial' });
    for (const text of ['', '{', '{"offsetMs":-1}', '{"offsetMs":"1"}', '[]']) {
      writeFileSync(moved, text);
      await look();
      expect(opened.station.now()).toBe(morning);
    }
  });
});

test("a live centre has the computer's time, whatever stands beside it", async () => {
  await open({ mode: 'live' });
  moveClock(threeWeeks);
  await look();
  expect(opened.station.now()).toBe(morning);
  expect((await statusNow()).aheadMs).toBe(0);
});

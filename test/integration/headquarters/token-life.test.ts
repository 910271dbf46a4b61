import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { type ClockWatch, watchClock } from '../../../headquarters/clock-watch.ts';
import { authenticate } from '../../../headquarters/features/tokens/authenticate.ts';
import type { Uptime } from '../../../ledger/read-uptime.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre, anEnrolledStation, type TestStation } from '../../support/headquarters-station.ts';

const DAY = 24 * 60;
let test: TestHeadquarters;
let station: TestStation;
let watch: ClockWatch;
let uptime: Uptime = { run: 'monday', ms: 1_000_000 };

beforeAll(async () => {
  const clock = { isTrusted: () => watch.isTrusted(), confirm: () => watch.confirm() };
  test = await aHeadquarters({ parts: { clock, uptime: () => uptime } });
  test.app.get('/test/sync', { onRequest: authenticate(test.headquarters, 'sync') }, async () => 'here');
  newWatch();
  await watch.isTrusted();
  await aCentre(test, 'nord');
  station = await anEnrolledStation(test, 'nord');
});
afterAll(() => test.close());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  test.clock.now = testMoment;
  newWatch();
  await watch.confirm();
});
afterEach(() => void vi.useRealTimers());

function newWatch(): void {
  const { databases, now } = test.headquarters;
  watch = watchClock({ db: databases.app, now, uptime: () => uptime });
}

/** The clock is set to so many minutes from where it stands. */
function setClock(minutes: number): void {
  vi.setSystemTime(Date.now() + minutes * 60_000);
  test.clock.now = addMinutes(test.clock.now, minutes);
}

const pass = (minutes: number) => {
  uptime = { ...uptime, ms: uptime.ms + minutes * 60_000 };
};
const startAgain = (run: string) => {
  uptime = { run, ms: 1_000 };
  newWatch();
};
const opens = async (token: string) => {
  const headers = { authorization: `Bearer ${token}` };
  return (await test.app.inject({ url: '/test/sync', headers })).statusCode === 200;
};

describe('an access token', () => {
  it('lives for ten minutes, wherever the clock is set meanwhile', async () => {
    const token = await station.token();
    pass(5);
    setClock(3 * DAY);
    expect(await opens(token)).toBe(true);
    pass(4);
    setClock(-6 * DAY);
    expect(await opens(token)).toBe(true);
    pass(2);
    expect(await opens(token)).toBe(false);
  });

  it('goes by the clock over a restart of the computer', async () => {
    const token = await station.token();
    startAgain('tuesday');
    setClock(5);
    expect(await opens(token)).toBe(true);
    setClock(6);
    expect(await opens(token)).toBe(false);
  });

  it('is worth nothing over a restart whose clock was set back, and another one is', async () => {
    const token = await station.token();
    startAgain('wednesday');
    setClock(-1);
    expect(await opens(token)).toBe(false);
    startAgain('thursday');
    setClock(-DAY);
    expect(await opens(token)).toBe(false);
    expect(await opens(await station.token())).toBe(true);
  });

  it('tells nobody the name that the computer gives its start', async () => {
    const claims = Buffer.from((await station.token()).split('.')[1] ?? '', 'base64url').toString();
    expect(claims).toContain('run_ms');
    expect(claims).not.toContain(uptime.run);
  });
});

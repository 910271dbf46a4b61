import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { type ClockWatch, watchClock } from '../../../headquarters/clock-watch.ts';
import { issueCode } from '../../../headquarters/features/enrolment/enrolment.ts';
import { erase } from '../../../headquarters/features/sync/erase.ts';
import { dueDeliveries, planDelivery, settleDelivery } from '../../../headquarters/store/deliveries.ts';
import { type CentreDb, inCentre } from '../../../headquarters/store/open-databases.ts';
import { eventsOfStream } from '../../../headquarters/store/received-events.ts';
import { keepNewTokenEntry, tokenEntry } from '../../../headquarters/store/token-entries.ts';
import { makeKeyPair } from '../../../ledger/raw-keys.ts';
import type { Uptime } from '../../../ledger/read-uptime.ts';
import { aHeadquarters, asOwner, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { bringDose } from '../../support/headquarters-dose.ts';
import { aCentre, askToEnrol, openOnlineDays } from '../../support/headquarters-station.ts';
import { anOperator, type Operator } from '../../support/operator.ts';
import { untilSo } from '../../support/until-so.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
let test: TestHeadquarters;
let watch: ClockWatch;
let uptime: Uptime;
let operator: Operator;

/** Time goes by, and the clock with it, unless it is set. */
function pass(minutes: number, clockMinutes = minutes): void {
  uptime = { ...uptime, ms: uptime.ms + minutes * 60_000 };
  test.clock.now = addMinutes(test.clock.now, clockMinutes);
}

/** The computer is started anew, after its clock said something else than it should. */
function startAgain(run: string, clockMinutes: number): void {
  uptime = { run, ms: 1_000 };
  test.clock.now = addMinutes(test.clock.now, clockMinutes);
  newWatch();
}

function newWatch(): void {
  const { databases, now } = test.headquarters;
  watch = watchClock({ db: databases.app, now, uptime: () => uptime });
}

async function signInAgain(): Promise<Operator> {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const inject = (method: 'GET' | 'POST', url: string, cookie: string, payload?: string) =>
    test.app.inject({
      method,
      url,
      headers: { ...form, cookie },
      ...(payload === undefined ? {} : { payload }),
    });
  const answer = await inject('POST', '/console/sign-in', '', 'name=Ada&password=a+long+enough+password');
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return {
    get: (url) => inject('GET', url, cookie),
    post: (url, fields = {}) => inject('POST', url, cookie, new URLSearchParams(fields).toString()),
  };
}

const isIn = async ({ get }: Operator) => (await get('/console')).statusCode === 200;
const inside = <Value>(work: (db: CentreDb) => Promise<Value>) =>
  inCentre(test.headquarters.databases.app, 'nord', work);
const takes = async (code: string) => {
  const keys = { signing: makeKeyPair('Ed25519'), exchange: makeKeyPair('X25519') };
  return (await askToEnrol(test, code, { station: randomUUID(), ...keys })).statusCode === 201;
};
const aCode = async () => (await issueCode(test.headquarters, 'nord', 'operator')).code;

beforeAll(async () => {
  uptime = { run: 'monday', ms: 1_000_000 };
  const clock = { isTrusted: () => watch.isTrusted(), confirm: () => watch.confirm() };
  test = await aHeadquarters({ parts: { clock, uptime: () => uptime } });
  newWatch();
  await watch.isTrusted();
  await aCentre(test, 'nord');
  await openOnlineDays(test, 'nord', ['2026-11-24'], 9);
  operator = await anOperator(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.now = testMoment;
  uptime = { run: `day ${randomUUID()}`, ms: 1_000_000 };
  newWatch();
  await watch.confirm();
  operator = await signInAgain();
});

describe('a session of an operator', () => {
  it('lasts eight hours, wherever the clock is set meanwhile', async () => {
    pass(1, 3 * DAY);
    expect(await isIn(operator)).toBe(true);
    pass(7 * HOUR, -6 * DAY);
    expect(await isIn(operator)).toBe(true);
    pass(HOUR - 2, 0);
    expect(await isIn(operator)).toBe(true);
    pass(1, -7 * HOUR);
    expect(await isIn(operator)).toBe(false);
  });

  it('goes on over a restart of the computer whose clock is right, and ends when it should', async () => {
    startAgain('tuesday', HOUR);
    expect(await isIn(operator)).toBe(true);
    pass(7 * HOUR);
    expect(await isIn(operator)).toBe(false);
  });

  it.each([-DAY, -2 * HOUR, 12 * DAY])(
    'ends over a restart whose clock jumped by %d minutes, does not come back, and keeps nobody out',
    async (jump) => {
      startAgain(`jumped ${jump}`, jump);
      expect(await isIn(operator)).toBe(false);
      const again = await signInAgain();
      expect(await isIn(again)).toBe(true);
      await again.post('/console/clock');
      expect(await isIn(again)).toBe(true);
      test.clock.now = addMinutes(testMoment, HOUR);
      expect(await isIn(operator)).toBe(false);
    },
  );

  it('of a clock that was ahead does not last until then', async () => {
    pass(1, 400 * DAY);
    const ahead = await signInAgain();
    startAgain('set right', -400 * DAY);
    expect(await watch.isTrusted()).toBe(true);
    expect(await isIn(ahead)).toBe(false);
  });
});

describe('a code for a station', () => {
  it('is valid for a quarter of an hour, wherever the clock is set meanwhile', async () => {
    const [one, two, three] = [await aCode(), await aCode(), await aCode()];
    pass(5, 2 * DAY);
    expect(await takes(one)).toBe(true);
    pass(9, -4 * DAY);
    expect(await takes(two)).toBe(true);
    pass(2, -1);
    expect(await takes(three)).toBe(false);
  });

  it('is not thrown away by another that is made after the clock went ahead', async () => {
    const code = await aCode();
    pass(1, 2 * DAY);
    await aCode();
    expect(await takes(code)).toBe(true);
  });

  it('ends over a restart whose clock went back, and does not come back once that is confirmed', async () => {
    const code = await aCode();
    startAgain('went back', -DAY);
    expect(await takes(code)).toBe(false);
    const again = await signInAgain();
    await again.post('/console/clock');
    pass(DAY);
    expect(await takes(code)).toBe(false);
  });
});

describe('while the clock is not to be trusted', () => {
  it('nobody is erased whose record is kept until a day, and once an operator confirms it they are', async () => {
    const personId = randomUUID() as PersonId;
    await bringDose(test.headquarters, 'nord', personId, '2026-11-23');
    await untilSo(async () => (await inside((db) => eventsOfStream(db, personId))).length > 0);
    const caller = { kind: 'station', clientId: 'x', centre: 'nord', id: 'station-1' } as const;
    const ask = () => erase(test.headquarters, caller, { stream: personId, ask: 'erase' });
    expect(await ask()).toMatchObject({ decision: 'kept' });
    test.clock.now = '2038-01-19T03:14:00.000Z' as Instant;
    await expect(ask()).rejects.toMatchObject({ statusCode: 503 });
    await watch.confirm();
    expect(await ask()).toMatchObject({ decision: 'erased' });
  });

  it('what was used once is not forgotten', async () => {
    const { app } = test.headquarters.databases;
    const expiresAt = new Date(Date.now() + 60_000);
    const entry = { kind: 'ReplayDetection', id: randomUUID(), payload: {}, expiresAt };
    await keepNewTokenEntry(app, entry, true);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    await keepNewTokenEntry(app, { ...entry, id: randomUUID() }, false);
    vi.useRealTimers();
    expect(await tokenEntry(app, entry.kind, entry.id)).toBeDefined();
  });
});

it('what a clock that was ahead put off for years is tried again soon, and a reminder waits for its day', async () => {
  const plan = (id: string, kind: string, dueAt: Instant) =>
    inside((db) => planDelivery(db, 'nord', { id, kind, personId: undefined, payload: {}, dueAt }));
  const later = addMinutes(testMoment, 400 * DAY);
  await plan('mail-now', 'mail', testMoment);
  await plan('mail-ahead', 'mail', later);
  await plan('reminder', 'reminder', later);
  await plan('reminder-failed', 'reminder', later);
  await plan('mail-soon', 'mail', addMinutes(testMoment, HOUR));
  await inside((db) =>
    settleDelivery(db, 'reminder-failed', { state: 'waiting', fault: 'mail-server', dueAt: later }),
  );
  const due = await inside((db) => dueDeliveries(db, { now: testMoment, limit: 9, timed: 'reminder' }));
  expect(due.map(({ id }) => id).sort()).toEqual(['mail-ahead', 'mail-now', 'reminder-failed']);
});

it('twenty tries to sign in within a minute are enough, wherever the clock is set', async () => {
  const own = await aHeadquarters();
  const tryOnce = () =>
    own.app.inject({
      method: 'POST',
      url: '/console/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'name=Ada&password=not+the+password',
    });
  for (let tries = 0; tries < 20; tries += 1) await tryOnce();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  const answer = await tryOnce();
  vi.useRealTimers();
  expect(answer.statusCode).toBe(429);
  expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
  await own.close();
}, 30_000);

it('rows of before this version go by the clock', async () => {
  await asOwner(test.database.url, (client) =>
    client.query(
      `UPDATE administrator_session SET began_run = NULL, began_ms = NULL, expires_at = '${addMinutes(testMoment, 90)}'`,
    ),
  );
  pass(89);
  expect(await isIn(operator)).toBe(true);
  pass(2);
  expect(await isIn(operator)).toBe(false);
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { Uptime } from '../../../ledger/read-uptime.ts';
import { eraseDuePeople, erasePerson } from '../../../main/commands/people/erase-person.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { endPastDays } from '../../../main/commands/visits/record-no-show.ts';
import { requestLimit } from '../../../main/handover/request-limit.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

const DAY = 24 * 60;
const morning = '2026-11-23T09:00:00.000Z' as Instant;
let opened: TestStation;
let uptime: Uptime;

beforeEach(async () => {
  uptime = { run: 'monday', ms: 1_000_000 };
  opened = await openTestStation(undefined, morning, { uptime: () => uptime });
});
afterEach(() => opened.close());

/** Time goes by, and the clock with it. */
function pass(minutes: number): void {
  opened.clock.now = addMinutes(opened.clock.now, minutes);
  uptime = { ...uptime, ms: uptime.ms + minutes * 60_000 };
}

async function startAgain(at: Instant, run: Uptime): Promise<void> {
  opened.close();
  uptime = run;
  opened = await openTestStation(opened.dir, at, { uptime: () => uptime });
}

async function warnings(): Promise<string[]> {
  const { value } = await aWindow(() => opened.station).ask('system.status');
  return value.warnings.map(({ code }: { code: string }) => code);
}

function noShows(): number {
  return opened.station.db.all(`SELECT 1 FROM appointment WHERE status = 'no-show'`).length;
}

/** Somebody whose erasure waits ten years for the law. */
function askForErasure(): void {
  const { station } = opened;
  const personId = expectPerson(station, aPerson({ familyName: 'Weiß' }));
  must(
    recordDose(station, 'operator', {
      personId,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides: ['not-checked-in'] as never,
    }),
  );
  must(erasePerson(station, 'operator', { personId }));
}

describe('a clock that jumps', () => {
  test('a day ahead while the station runs makes nobody a no-show', async () => {
    expectPerson(opened.station);
    opened.clock.now = addMinutes(morning, DAY);
    endPastDays(opened.station);
    expect(noShows()).toBe(0);
    expect(await warnings()).toContain('clock-jumped');
    opened.clock.now = addMinutes(morning, 1);
    expect(await warnings()).not.toContain('clock-jumped');
  });

  test('to 2038 for one start erases nobody, whatever happens at that start', async () => {
    askForErasure();
    await startAgain('2038-01-19T03:14:00.000Z' as Instant, { run: 'tuesday', ms: 1_000 });
    expect(eraseDuePeople(opened.station)).toBe(0);
    expectPerson(opened.station, aPerson({ familyName: 'Schwarz' }));
    await startAgain('2038-01-19T04:00:00.000Z' as Instant, { run: 'tuesday', ms: 2_000_000 });
    expect(eraseDuePeople(opened.station)).toBe(0);
    expect(await warnings()).toContain('clock-jumped');
    await startAgain(addMinutes(morning, DAY), { run: 'wednesday', ms: 1_000 });
    expect(await warnings()).not.toContain('clock-jumped');
  });

  test('back behind the last event is said, too', async () => {
    expectPerson(opened.station);
    await startAgain(addMinutes(morning, -DAY), { run: 'tuesday', ms: 1_000 });
    expect(await warnings()).toContain('clock-jumped');
  });

  test('is trusted once a lead says that it is right', async () => {
    askForErasure();
    const lead = await expectStaff(opened.station, 'Lea Leitung', ['site-lead']);
    await startAgain('2038-01-19T03:14:00.000Z' as Instant, { run: 'tuesday', ms: 1_000 });
    const window = aWindow(() => opened.station);
    await window.signIn(lead, lead.pin);
    const requestId = '0198f000-0000-7000-8000-000000000002';
    expect(await window.ask('system.confirm-warning', { requestId, code: 'clock-jumped' })).toMatchObject({
      ok: true,
    });
    expect(await warnings()).not.toContain('clock-jumped');
    expect(eraseDuePeople(opened.station)).toBe(1);
  });
});

describe('a clock that goes on', () => {
  test('through the night, in one run of the computer or over a restart, ends the day before', async () => {
    expectPerson(opened.station);
    pass(DAY);
    endPastDays(opened.station);
    expect(noShows()).toBe(1);
    expectPerson(opened.station, aPerson({ familyName: 'Weiß' }));
    await startAgain(addMinutes(opened.clock.now, 3 * DAY), { run: 'thursday', ms: 1_000 });
    endPastDays(opened.station);
    expect(noShows()).toBe(2);
  });

  test('is evaluated to the minute over a restart of the station alone', async () => {
    await startAgain(addMinutes(morning, DAY), { run: 'monday', ms: 1_060_000 });
    expect(await warnings()).toContain('clock-jumped');
  });
});

test('a clock that is set keeps nobody from fetching a pass, and opens no minute anew', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(morning) });
  let elapsedMs = 500;
  const limit = requestLimit(1, () => elapsedMs);
  expect(limit.allows('10.0.0.1')).toBe(true);
  for (const minutes of [-DAY, DAY]) {
    vi.setSystemTime(Date.parse(addMinutes(morning, minutes)));
    elapsedMs += 20_000;
    expect(limit.allows('10.0.0.1')).toBe(false);
    expect(requestLimit(1).allows('10.0.0.1')).toBe(true);
  }
  elapsedMs += 20_000;
  expect(limit.allows('10.0.0.1')).toBe(true);
  vi.useRealTimers();
});

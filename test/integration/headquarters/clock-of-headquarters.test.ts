import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { type ClockWatch, watchClock } from '../../../headquarters/clock-watch.ts';
import { bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import { startSender } from '../../../headquarters/jobs/sender.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { isPlanned } from '../../../headquarters/store/deliveries.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import type { Uptime } from '../../../ledger/read-uptime.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { bringDose } from '../../support/headquarters-dose.ts';
import { aCentre, openOnlineDays } from '../../support/headquarters-station.ts';
import { startMailServer, type TestMailServer } from '../../support/mail-server.ts';
import { anOperator } from '../../support/operator.ts';
import { aPerson } from '../../support/test-station.ts';

const DAY = 24 * 60;
let headquarters: TestHeadquarters;
let server: TestMailServer;
let workers: { close(): Promise<void> }[];
let watch: ClockWatch;
let uptime: Uptime;

/** A start of the server, on a computer that ran on or was started anew. */
function start(run: string): ClockWatch {
  uptime = { run, ms: 1_000_000 };
  const { databases, now } = headquarters.headquarters;
  watch = watchClock({ db: databases.app, now, uptime: () => uptime });
  return watch;
}

beforeAll(async () => {
  server = await startMailServer();
  const clock = { isTrusted: () => watch.isTrusted(), confirm: () => watch.confirm() };
  headquarters = await aHeadquarters({ parts: { mail: { settings: server.settings }, clock } });
  await aCentre(headquarters, 'nord');
  await openOnlineDays(headquarters, 'nord', ['2026-11-24', '2026-12-20', '2026-12-28', '2027-01-20'], 9);
  start('monday');
  await watch.isTrusted();
  await anOperator(headquarters);
  workers = [startPassFollower(headquarters.headquarters), startSender(headquarters.headquarters)];
});
afterAll(async () => {
  for (const worker of workers) await worker.close();
  await headquarters.close();
  await server.close();
});
beforeEach(async () => {
  headquarters.clock.now = testMoment;
  start('monday');
  await watch.confirm();
});

async function book(email: string, days: readonly [string, string]): Promise<string> {
  const { databases } = headquarters.headquarters;
  const centre = (await centreOf(databases.app, 'nord')) as Centre;
  const free = await inCentre(databases.app, 'nord', (db) => freeSlots(db, { after: testMoment }));
  const slotIds = days.map((day) => free.find((slot) => slot.day === day)?.slotId ?? '');
  const details = aPerson({ email });
  const booked = await bookOnline(headquarters.headquarters, centre, {
    details,
    slotIds,
    mayMail: true,
    actor: 'citizen',
  });
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.value.personId;
}

/** The operator's pages after a sign-in of now: a session of weeks ago is over. */
async function signedIn() {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const { app } = headquarters;
  const payload = 'name=Ada&password=a+long+enough+password';
  const answer = await app.inject({ method: 'POST', url: '/console/sign-in', headers: form, payload });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return {
    page: async () => (await app.inject({ url: '/console', headers: { cookie } })).body,
    confirm: () => app.inject({ method: 'POST', url: '/console/clock', headers: { ...form, cookie } }),
  };
}

const mailsTo = (email: string) =>
  server.mails.filter((mail) => JSON.stringify(mail.to).includes(email)).length;

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came to that');
}

test('a server whose clock jumps four weeks ahead reminds nobody, sends everything else, and reminds once an operator says that it is right', async () => {
  const personId = await book('first@example.invalid', ['2026-11-24', '2026-12-20']);
  await until(() => mailsTo('first@example.invalid') === 1);
  await bringDose(headquarters.headquarters, 'nord', personId, '2026-11-24');
  headquarters.clock.now = addMinutes(testMoment, 27 * DAY);
  await book('second@example.invalid', ['2026-12-28', '2027-01-20']);
  await until(() => mailsTo('second@example.invalid') === 1);
  const operator = await signedIn();
  expect(await operator.page()).toContain('wird niemand erinnert');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(mailsTo('first@example.invalid')).toBe(1);
  await operator.confirm();
  expect(await operator.page()).not.toContain('wird niemand erinnert');
  await until(() => mailsTo('first@example.invalid') === 2);
}, 30_000);

test('a dose of which a server hears while its clock says 2038 is reminded of once that is right', async () => {
  const personId = await book('third@example.invalid', ['2026-11-24', '2026-12-20']);
  const planned = async (kind: string) =>
    inCentre(headquarters.headquarters.databases.app, 'nord', (db) => isPlanned(db, personId, kind));
  headquarters.clock.now = '2038-01-19T03:14:00.000Z' as Instant;
  await bringDose(headquarters.headquarters, 'nord', personId, '2026-11-24');
  await expect.poll(() => planned('replan-reminders'), { timeout: 10_000 }).toBe(true);
  expect(await planned('reminder')).toBe(false);
  headquarters.clock.now = testMoment;
  await expect.poll(() => planned('reminder'), { timeout: 10_000 }).toBe(true);
}, 30_000);

test('a start in 2038 is noticed, though the computer was started anew, and a clock that was set right is trusted', async () => {
  headquarters.clock.now = '2038-01-19T03:14:00.000Z' as Instant;
  expect(await start('tuesday').isTrusted()).toBe(false);
  expect(await start('wednesday').isTrusted()).toBe(false);
  headquarters.clock.now = addMinutes(testMoment, DAY);
  expect(await start('thursday').isTrusted()).toBe(true);
});

test('a clock that is set back is noticed, and one that goes on through days is not', async () => {
  headquarters.clock.now = addMinutes(testMoment, -DAY);
  expect(await watch.isTrusted()).toBe(false);
  for (let day = 0; day < 30; day++) {
    headquarters.clock.now = addMinutes(testMoment, day * DAY);
    uptime = { run: 'monday', ms: 1_000_000 + day * DAY * 60_000 };
    expect(await watch.isTrusted()).toBe(true);
  }
});

test('what an operator says at one server, another at the same database goes by too', async () => {
  const one = start('monday');
  const other = start('monday');
  expect([await one.isTrusted(), await other.isTrusted()]).toEqual([true, true]);
  headquarters.clock.now = addMinutes(testMoment, 27 * DAY);
  expect([await one.isTrusted(), await other.isTrusted()]).toEqual([false, false]);
  await one.confirm();
  expect(await other.isTrusted()).toBe(true);
});

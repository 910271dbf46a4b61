import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebhookType } from '../../../contracts/api/webhook-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantOf, plainDateAt, secondsBetween } from '../../../domain/kernel/instant.ts';
import { daysBetween } from '../../../domain/kernel/plain-date.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { passOf } from '../../../headquarters/store/passes.ts';
import { evaluateScan } from '../../../main/commands/scanning/evaluate-scan.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { personCard } from '../../../main/queries/people/person-card.ts';
import { syncStatus } from '../../../main/queries/sync/sync-status.ts';
import { historyOf } from '../../../main/store/event-log/read-events.ts';
import { followTrialClock } from '../../../main/trial/follow-trial-clock.ts';
import { createTrialNetwork } from '../../../main/trial/trial-network.ts';
import { type RunningTrial, startTrial } from '../../../trial/start-trial.ts';
import { bookOnPage, until } from '../../support/booking-page.ts';
import { aDatabase, type TestDatabase } from '../../support/headquarters.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

let dir: string;
let database: TestDatabase;
let trial: RunningTrial;
let desk: TestStation;

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-story-'));
  database = await aDatabase();
  trial = await startTrial(dir, { databaseUrl: database.url });
  desk = await openTestStation(undefined, instantOf(Date.now()));
});
afterAll(async () => {
  await desk.station.sync.stop();
  desk.close();
  await trial.close();
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});

const countOnCard = (serial: string) =>
  trial.phone
    .cards()
    .find(({ serialNumber }) => serialNumber === serial)
    ?.header.find(({ key }) => key === 'dose-count')?.value;

const heardOf = (type: WebhookType) =>
  trial.system.heard().flatMap(({ body }) => (body?.type === type ? [body] : []));

test('a citizen books, the desk scans the phone and records the dose, the card in the phone counts one more, and an existing system hears of it', async () => {
  const { station } = desk;
  trial.tell(path.join(dir, 'network.json'));
  const network = createTrialNetwork(station, path.join(dir, 'network.json'));
  await network.start();
  const clock = followTrialClock(station, path.join(dir, 'network.json'));
  await clock.start();
  await until('the station has joined and sent all', () => {
    const status = syncStatus(station);
    return status.mode === 'connected' && status.unsent === 0 ? true : undefined;
  });
  await bookOnPage(trial.addresses.booking, 'Mustermann');
  const card = await until('the pass in the phone', () => trial.phone.cards()[0]);
  expect(countOnCard(card.serialNumber)).toBe('0 von 2');
  const pass = await inCentre(trial.headquarters.databases.app, 'probe', (db) =>
    passOf(db, card.serialNumber),
  );
  const personId = pass?.personId as PersonId;
  const known = await until('the person at the desk', () => personCard(station, personId));

  // The phone is held to the scanner: the desk knows the pass as genuine, though another signed it.
  const evaluated = evaluateScan(station, { texts: [card.barcode?.message ?? ''], via: 'wedge' });
  expect(evaluated.decision.personId).toBe(personId);
  expect(evaluated.decision.light).not.toBe('red');

  const visit = { personId, appointmentId: known.appointments[0]?.appointmentId, via: 'pass' as const };
  must(checkIn(station, 'operator', { ...visit, overrides: ['wrong-day'] }));
  await until('the scan at the existing system', () => heardOf('pass.scanned')[0]);

  // The line is gone: the dose is recorded all the same, and the card waits.
  await station.sync.stop();
  must(
    recordDose(station, 'operator', {
      personId,
      lot: 'LOT-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides: [],
    }),
  );
  expect(countOnCard(card.serialNumber)).toBe('0 von 2');

  // It is back: everything goes its way by itself.
  await station.sync.restart();
  await until('one of two in the phone', () =>
    countOnCard(card.serialNumber) === '1 von 2' ? true : undefined,
  );
  expect(trial.phone.notices().map(({ text }) => text)).toContainEqual(expect.stringContaining('1 von 2'));

  // An existing system heard of all of it, each once and signed.
  await until('the kept date at the existing system', () => heardOf('appointment.attended')[0]);
  await until('the new count at the existing system', () =>
    heardOf('pass.updated').find((body) => body.type === 'pass.updated' && body.data.doseCount === 1),
  );
  expect(heardOf('appointment.booked')).toHaveLength(2);
  expect(heardOf('pass.created').map(({ data }) => data)).toMatchObject([{ passId: card.serialNumber }]);
  expect(heardOf('pass.scanned').map(({ data }) => data)).toMatchObject([
    { passId: card.serialNumber, by: 'desk', doseCount: 0 },
  ]);
  expect(trial.system.heard().every(({ body }) => body !== undefined)).toBe(true);
  const page = await (await fetch(trial.addresses.system)).text();
  for (const sentence of [
    'Termin für Impfung 1 gebucht',
    'am Empfang gescannt',
    'Impfungen: 1',
    'wahrgenommen',
  ])
    expect(page).toContain(sentence);
  expect(page).not.toContain('Mustermann');

  // Headquarters alone said so, and once.
  const changes = () => historyOf(station.db, personId).filter(({ event }) => event.type === 'PassUpdated');
  const ofDose = () =>
    changes().filter(({ event }) => event.type === 'PassUpdated' && event.data.announced === 'dose-count');
  await until('the new count at the desk', () => (ofDose().length > 0 ? true : undefined));
  expect(ofDose()).toHaveLength(1);
  expect(changes().filter((each) => each.station === station.settings.station)).toEqual([]);

  // Three weeks later the reminder of the second dose arrives on the card, and the desk has that day, too.
  const secondDate = known.appointments[1];
  const zone = station.settings.timeZone;
  const secondDay = plainDateAt(secondDate?.startsAt as Instant, zone);
  // Late in the evening the first date is tomorrow's, and the second one a day later than three weeks from now.
  await trial.passDays(daysBetween(plainDateAt(station.now(), zone), secondDay));
  await until(
    'the reminder in the phone',
    () =>
      trial.phone.notices().some(({ text }) => text.includes('Ihre nächste Impfung steht an')) || undefined,
  );
  await until('the day of the second date at the desk', () =>
    plainDateAt(station.now(), zone) === secondDay ? true : undefined,
  );
  expect(station.clock.isTrusted()).toBe(true);
  const { lastHeardAt } = syncStatus(station) as { lastHeardAt?: Instant };
  expect(lastHeardAt && secondsBetween(lastHeardAt, station.now())).toBeLessThan(60);

  // The same card again: the second dose, as any other.
  const [again] = trial.phone.cards();
  const second = evaluateScan(station, { texts: [again?.barcode?.message ?? ''], via: 'wedge' });
  expect(second.decision).toMatchObject({ personId, light: 'green', action: 'check-in' });
  must(
    checkIn(station, 'operator', {
      personId,
      appointmentId: secondDate?.appointmentId,
      via: 'pass',
      overrides: [],
    }),
  );
  must(
    recordDose(station, 'operator', {
      personId,
      lot: 'LOT-2',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides: [],
    }),
  );
  station.sync.wake();
  await until('two of two in the phone', () =>
    countOnCard(card.serialNumber) === '2 von 2' ? true : undefined,
  );
  expect(trial.phone.notices().map(({ text }) => text)).toContainEqual(expect.stringContaining('2 von 2'));
  await until('the second kept date at the existing system', () => heardOf('appointment.attended')[1]);
  await clock.stop();
  await network.stop();
}, 120_000);

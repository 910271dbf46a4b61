import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { instantOf } from '../../domain/kernel/instant.ts';
import { inCentre } from '../../headquarters/store/open-databases.ts';
import { passOf } from '../../headquarters/store/passes.ts';
import { recordDose } from '../../main/commands/vaccination/record-dose.ts';
import { personCard } from '../../main/queries/people/person-card.ts';
import { syncStatus } from '../../main/queries/sync/sync-status.ts';
import { createTrialNetwork } from '../../main/trial/trial-network.ts';
import { type RunningTrial, startTrial } from '../../trial/start-trial.ts';
import { bookOnPage, until } from '../support/booking-page.ts';
import { must, openTestStation, type TestStation } from '../support/test-station.ts';

/**
 * `npm run -s bench -- updates [--doses N] [--json]`: from the dose acknowledged at the desk to the phone's card that
 * counts it, over a real headquarters with its PostgreSQL, the push service and the phone of the trial; one at a
 * time. The booking page takes thirty bookings a minute from one address.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({ args, options: { doses: { type: 'string', default: '28' } } });
  const dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-updates-'));
  const trial = await startTrial(dir);
  const desk = await openTestStation(undefined, instantOf(Date.now()));
  try {
    const people = await bookPeople(trial, desk, dir, Number(values.doses));
    const times: number[] = [];
    for (const each of people) times.push(await doseToPhone(trial, desk, each));
    times.sort((one, other) => one - other);
    const result = {
      doses: times.length,
      doseToPhoneP50Ms: quantile(times, 0.5),
      doseToPhoneP99Ms: quantile(times, 0.99),
    };
    if (json) console.log(JSON.stringify(result));
    else console.table(result);
  } finally {
    await desk.station.sync.stop();
    desk.close();
    await trial.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

interface Booked {
  readonly personId: PersonId;
  readonly serial: string;
}

/** Everybody has a date, a card in the phone and a record at the desk before the first dose is given. */
async function bookPeople(
  trial: RunningTrial,
  { station }: TestStation,
  dir: string,
  count: number,
): Promise<Booked[]> {
  const network = path.join(dir, 'network.json');
  trial.tell(network);
  await createTrialNetwork(station, network).start();
  await until('the station has joined', () => syncStatus(station).mode === 'connected' || undefined);
  for (let at = 0; at < count; at += 1) await bookOnPage(trial.addresses.booking, `Muster${letters(at)}`);
  const cards = await until('a card for each', () => {
    const held = trial.phone.cards();
    return held.length >= count ? held : undefined;
  });
  const booked: Booked[] = [];
  for (const { serialNumber: serial } of cards) {
    const pass = await inCentre(trial.headquarters.databases.app, 'probe', (db) => passOf(db, serial));
    if (!pass) throw new Error('a card without a pass');
    await until('the record at the desk', () => personCard(station, pass.personId));
    booked.push({ personId: pass.personId, serial });
  }
  return booked;
}

async function doseToPhone(
  trial: RunningTrial,
  { station, clock }: TestStation,
  { personId, serial }: Booked,
): Promise<number> {
  clock.now = instantOf(Date.now());
  const overrides = ['not-checked-in'] as const;
  must(
    recordDose(station, 'operator', {
      personId,
      lot: 'LOT-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides,
    }),
  );
  const acknowledged = performance.now();
  // As the service does after each command.
  station.sync.wake();
  const isCounted = () =>
    trial.phone
      .cards()
      .find(({ serialNumber }) => serialNumber === serial)
      ?.header.find(({ key }) => key === 'dose-count')
      ?.value.startsWith('1 ');
  while (!isCounted()) {
    if (performance.now() - acknowledged > 60_000) throw new Error('the card never counted the dose');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return performance.now() - acknowledged;
}

/** Names are of letters. */
function letters(value: number): string {
  return value.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}

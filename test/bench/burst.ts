import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { instantOf, plainDateAt } from '../../domain/kernel/instant.ts';
import { addDays } from '../../domain/kernel/plain-date.ts';
import { trialIssuerId } from '../../issuing/google/simulated/trial-account.ts';
import { seedTrialCentre } from '../../main/centre/seed-trial-centre.ts';
import { setGoogleWallet } from '../../main/commands/wallets/set-google-wallet.ts';
import { passFacts } from '../../main/queries/passes/pass-facts.ts';
import { passById } from '../../main/store/tables/passes/passes.ts';
import { makeTrialAccount } from '../../main/trial/trial-google-account.ts';
import { signIn } from '../e2e/rig/sign-in.ts';
import { openStationWindow } from '../e2e/rig/station-window.ts';
import { must, openTestStation, temporaryDirectory } from '../support/test-station.ts';
import { measureBursts, watchSuffix } from './burst/measure-bursts.ts';
import { fillCentre } from './desk/fill-centre.ts';

/** Codes that are not counted: the first ones meet a page that has drawn nothing yet. */
const WARM_UP = 5;

/**
 * `npm run -s bench -- burst [--people N] [--scans N] [--json]`: from the suffix key of a keyboard scanner to the
 * decision on the screen, in the real window with a store of that many people.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { people: text, scans: text } });
  const people = Number(values.people ?? 20_000);
  const scans = Number(values.scans ?? 120);
  const dir = temporaryDirectory();
  const codes = await fill(dir, people, scans + WARM_UP);
  const station = await openStationWindow({ dir, signsIn: false });
  try {
    const { page } = station;
    await page.addInitScript(watchSuffix);
    await page.reload();
    await signIn(page);
    await page.getByTestId('scan-field').waitFor();
    const times = (await measureBursts(page, codes))
      .slice(WARM_UP)
      .flatMap(({ toDecisionMs }) => toDecisionMs ?? [])
      .sort((one, other) => one - other);
    const quantile = (at: number) =>
      Number((times[Math.floor((times.length - 1) * at)] ?? Number.NaN).toFixed(1));
    const result = {
      people,
      scans: codes.length - WARM_UP,
      decided: times.length,
      p50Ms: quantile(0.5),
      p95Ms: quantile(0.95),
      slowestMs: quantile(1),
    };
    if (json) console.log(JSON.stringify(result));
    else console.table(result);
  } finally {
    await station.close();
    rmSync(path.dirname(dir), { recursive: true, force: true });
  }
}

/** Barcodes of people of a centre that is written to the directory before a window opens it. */
async function fill(dir: string, people: number, count: number): Promise<string[]> {
  const { station, close } = await openTestStation(dir, instantOf(Date.now()));
  try {
    seedTrialCentre(station);
    // Before the people come: cards for all of them would be sent while is measured.
    must(
      setGoogleWallet(station, 'trial', {
        issuerId: trialIssuerId,
        accountFile: await makeTrialAccount(station.db),
        mode: 'neutral',
        cardsFor: 'every-pass',
      }),
    );
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const { passIds } = fillCentre(station.db, people, addDays(today, -250));
    return passIds.slice(0, count).flatMap((passId) => {
      const pass = passById(station.db, passId);
      const facts = pass && passFacts(station, pass);
      return facts ? [facts.barcode] : [];
    });
  } finally {
    close();
  }
}

import { cpSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { instantOf, plainDateAt } from '../../../domain/kernel/instant.ts';
import { seedTrialCentre } from '../../../main/centre/seed-trial-centre.ts';
import { seedTrialStaff } from '../../../main/centre/seed-trial-staff.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { today } from '../../../main/queries/visits/today.ts';
import { startTrialGoogle } from '../../../main/trial/start-trial-google.ts';
import { madeOnce } from '../../support/made-once.ts';
import { openTestStation } from '../../support/test-station.ts';
import { barcodeOf } from './arrivals.ts';

/** A directory that is not there yet: a station started on it makes its centre by itself. */
export function freshDirectory(): string {
  return path.join(mkdtempSync(path.join(os.tmpdir(), 'station-e2e-')), 'centre');
}

/**
 * A copy of the run's trial centre: its people, staff, keys and passes were made once for all windows, and once more by
 * a run that goes on over midnight, when everybody's dates would be yesterday's.
 */
export async function trialCentre(): Promise<string> {
  const dir = freshDirectory();
  const day = plainDateAt(instantOf(Date.now()), 'Europe/Berlin');
  const prepared = await madeOnce(`trial-centre-${day}`, prepareTrialCentre);
  if (prepared) cpSync(prepared, dir, { recursive: true });
  return dir;
}

/** The barcode on the pass of somebody who is due today, read without a window. */
export async function barcodeIn(dir: string, familyName: string): Promise<string> {
  const { station, close } = await openTestStation(dir);
  try {
    const entry = today(station, true).entries.find((due) => due.familyName === familyName);
    if (!entry) throw new Error(`nobody of that name is due today: ${familyName}`);
    return barcodeOf(station, entry.personId);
  } finally {
    close();
  }
}

/** What the service does when it opens a new trial centre, and the work that this leaves behind. */
async function prepareTrialCentre(dir: string): Promise<void> {
  const { station, close } = await openTestStation(dir);
  const google = await startTrialGoogle(station);
  seedTrialCentre(station);
  await seedTrialStaff(station);
  await drainOutbox(station);
  await google.close();
  close();
}

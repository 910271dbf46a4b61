import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { rawPublicKeyOf } from '../../../ledger/raw-keys.ts';
import { writeLogFile } from '../../../main/cli/write-log-file.ts';
import { closeStation, signLog } from '../../../main/compose.ts';
import { openTwoStations, twoStations } from '../../support/exchange.ts';
import { giveDose } from '../../support/give-dose.ts';
import type { TestStation } from '../../support/test-station.ts';
import { unlikeOthers } from '../../support/unlike-others.ts';

/** An exported log of a station that also holds the events of another. */
export interface Evidence {
  readonly lines: readonly string[];
  /** The station's key (hex), as it was noted apart from the file. */
  readonly key: string;
}

export async function exportEvidence(people = 12): Promise<Evidence> {
  const stations = await openTwoStations();
  const { exchange } = twoStations(() => stations);
  const { one, other } = stations;
  try {
    for (let round = 0; round < 3; round++) {
      for (const opened of [one, other]) vaccinate(opened, people / 3);
      exchange();
    }
    const file = path.join(one.dir, 'log.jsonl');
    writeLogFile(one.station, file);
    const key = Buffer.from(rawPublicKeyOf(one.station.stationKey.publicKey)).toString('hex');
    return { lines: linesIn(file), key };
  } finally {
    for (const { station } of [one, other]) closeStation(station);
  }
}

export function linesIn(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

function vaccinate({ station, clock }: TestStation, count: number): void {
  for (let number = 0; number < count; number++) {
    clock.now = addMinutes(clock.now, 1);
    giveDose(station, `LOT-${number}`, unlikeOthers(station.newId()));
  }
  signLog(station);
}

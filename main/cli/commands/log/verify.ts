import { existsSync } from 'node:fs';
import path from 'node:path';
import type { StoreFoundOlder } from '../../../centre/compare-with-witness.ts';
import { databaseFile } from '../../../centre/directory.ts';
import { keyFromFile } from '../../../centre/key-file.ts';
import { openCentre } from '../../../centre/open-centre.ts';
import type { WritableDb } from '../../../store/database.ts';
import { stationKeyOf } from '../../../store/event-log/chain-heads.ts';
import { type LogFault, type LogVerdict, verifyLog } from '../../../store/event-log/verify-log.ts';
import { verifyReadModels } from '../../../store/projections/verify-read-models.ts';
import { secretOf } from '../../../store/secrets.ts';
import type { CliCommand } from '../../cli-command.ts';
import { readOptions, withStoreFaults } from '../../options.ts';

export const command: CliCommand = {
  summary: 'checks every hash, link and signed head of the event log, and the read models against it',
  usage: 'station log verify --dir DIR [--json]',
  async run(args, io) {
    const config = { dir: { type: 'string' }, json: { type: 'boolean' } } as const;
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const { dir, json = false } = words.values;
    if (dir === undefined || !existsSync(databaseFile(dir))) {
      io.err(dir === undefined ? `Usage: ${command.usage}` : `There is no station in ${dir}.`);
      return 2;
    }
    return withStoreFaults(io, json, async () => {
      const verdict = verdictOn(path.resolve(dir));
      if (json) io.out(JSON.stringify({ ok: verdict.isWhole, ...verdict }));
      else say(verdict, io.out);
      return verdict.isWhole ? 0 : 1;
    });
  },
};

interface StationVerdict extends Omit<LogVerdict, 'faults'> {
  readonly faults: readonly (LogFault | StationFault)[];
}

/** What the log itself cannot show: read models that say something else, and that it reached further once. */
interface StationFault {
  readonly position: number;
  readonly fault: 'read-model-differs' | 'store-older' | 'other-events';
  readonly table?: string;
}

function verdictOn(dir: string): StationVerdict {
  const { db, settings, foundOlder } = openCentre(dir, keyFromFile(dir), 'trial');
  try {
    if (!settings) return unreadable;
    const log = verifyLog(db, new Map([[settings.station, publicKeyIn(db)]]));
    const faults = [...log.faults, ...beyond(foundOlder), ...(log.isWhole ? differingModels(db) : [])];
    return { ...log, isWhole: faults.length === 0, faults };
  } finally {
    db.close();
  }
}

const unreadable: StationVerdict = {
  isWhole: false,
  events: 0,
  heads: 0,
  signedUpTo: 0,
  faults: [{ position: 0, fault: 'unreadable' }],
};

function beyond(found: StoreFoundOlder | undefined): StationFault[] {
  if (!found) return [];
  return [{ position: found.seqSeen, fault: found.kind === 'shorter' ? 'store-older' : 'other-events' }];
}

/** Only a log that holds says what read models should. */
function differingModels(db: WritableDb): StationFault[] {
  return verifyReadModels(db).map((table) => ({ position: 0, fault: 'read-model-differs', table }));
}

function publicKeyIn(db: WritableDb) {
  const key = secretOf(db, 'station-key');
  if (!key) throw new Error('the store has no station key');
  return stationKeyOf(key).publicKey;
}

function say(verdict: StationVerdict, out: (line: string) => void): void {
  out(
    `${verdict.events} events, ${verdict.heads} signed heads (the last covers event ${verdict.signedUpTo}).`,
  );
  if (verdict.isWhole) out('The chain is whole, every signature holds, and the read models say the same.');
  for (const fault of verdict.faults)
    out('table' in fault ? `${fault.table}: ${fault.fault}` : `Event ${fault.position}: ${fault.fault}`);
}

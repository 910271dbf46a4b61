import { existsSync } from 'node:fs';
import path from 'node:path';
import { databaseFile } from '../centre/directory.ts';
import { keyFromFile } from '../centre/key-file.ts';
import { openCentre } from '../centre/open-centre.ts';
import type { WritableDb } from '../store/database.ts';
import { stationKeyOf } from '../store/event-log/chain-heads.ts';
import { type LogVerdict, verifyLog } from '../store/event-log/verify-log.ts';
import { secretOf } from '../store/secrets.ts';
import type { CliCommand } from './cli-command.ts';
import { readOptions, withStoreFaults } from './options.ts';

export const command: CliCommand = {
  summary: 'checks every hash, link and signed head of the event log',
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

/** Opens no more of the station than the log needs: a damaged read model must not stand in the way. */
function verdictOn(dir: string): LogVerdict {
  const { db, settings } = openCentre(dir, keyFromFile(dir), 'trial');
  try {
    if (!settings)
      return {
        isWhole: false,
        events: 0,
        heads: 0,
        signedUpTo: 0,
        faults: [{ position: 0, fault: 'unreadable' }],
      };
    return verifyLog(db, new Map([[settings.station, publicKeyIn(db)]]));
  } finally {
    db.close();
  }
}

function publicKeyIn(db: WritableDb) {
  const key = secretOf(db, 'station-key');
  if (!key) throw new Error('the store has no station key');
  return stationKeyOf(key).publicKey;
}

function say(verdict: LogVerdict, out: (line: string) => void): void {
  out(
    `${verdict.events} events, ${verdict.heads} signed heads (the last covers event ${verdict.signedUpTo}).`,
  );
  if (verdict.isWhole) out('The chain is whole and every signature holds.');
  for (const { position, fault } of verdict.faults) out(`Event ${position}: ${fault}`);
}

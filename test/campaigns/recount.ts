import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  createDatabase,
  startEmbeddedPostgres,
} from '../../headquarters/store/embedded/start-embedded-postgres.ts';
import { recountAll } from './recount/recount-all.ts';

/**
 * A doctor confirms a schedule, and headquarters has the passes fetched again that count another number of doses by it;
 * it is killed on the way. None may be missed, none fetched in vain, no part of the work done twice.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { passes: { type: 'string', default: '10000' }, kills: { type: 'string', default: '3' } },
  });
  const dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-recount-postgres-'));
  const postgres = await startEmbeddedPostgres({ dir, isDurable: true });
  try {
    const url = await createDatabase(postgres, 'recount');
    const result = await recountAll(Number(values.passes), Number(values.kills), url);
    if (json) console.log(JSON.stringify(result));
    else for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(16)} ${value}`);
    process.exitCode = result.missed + result.inVain + result.repeated === 0 ? 0 : 1;
  } finally {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

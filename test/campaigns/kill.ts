import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { idOf, type PersonId } from '../../domain/kernel/ids.ts';
import { recordDose } from '../../main/commands/vaccination/record-dose.ts';
import type { Station } from '../../main/station.ts';
import { verifyLog } from '../../main/store/event-log/verify-log.ts';
import { digestOfProjections, rebuildProjections } from '../../main/store/projections/rebuild-projections.ts';
import { dosesOf } from '../../main/store/tables/vaccination/doses.ts';
import { openTestStation, temporaryDirectory } from '../support/test-station.ts';

export interface KillResult {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Acknowledged doses that are not in the store. */
  readonly lost: number;
  /** Requests that left more than one dose, also after they were sent once more. */
  readonly doubled: number;
  readonly chainOk: boolean;
  readonly projectionsOk: boolean;
}

/** The most doses that are acknowledged before a kill is on its way, and the longest that it takes then. */
const MOST_DOSES = 12;
const LONGEST_WAIT_MS = 20;

/** Kills the process that records doses (SIGKILL, at random moments) and looks at what is left each time. */
export async function killCampaign(rounds: number): Promise<KillResult> {
  const dir = temporaryDirectory();
  let acknowledged = 0;
  let lost = 0;
  let doubled = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const said = await runAndKill(dir, Math.floor(Math.random() * MOST_DOSES));
      const { station, close } = await openTestStation(dir);
      acknowledged += said.acknowledged.length;
      lost += said.acknowledged.filter(({ personId, doseId }) => !hasDose(station, personId, doseId)).length;
      for (const asked of said.asked) doubled += repeat(station, asked) === 1 ? 0 : 1;
      close();
    }
    const { station, close } = await openTestStation(dir);
    const keys = new Map([[station.settings.station, station.stationKey.publicKey]]);
    const chainOk = verifyLog(station.db, keys).isWhole;
    const before = digestOfProjections(station.db);
    rebuildProjections(station.db);
    const projectionsOk = digestOfProjections(station.db) === before;
    close();
    return { rounds, acknowledged, lost, doubled, chainOk, projectionsOk };
  } finally {
    rmSync(path.dirname(dir), { recursive: true, force: true });
  }
}

interface Asked {
  readonly personId: PersonId;
  readonly requestId: string;
}

interface Said {
  /** The last request of the round: acknowledged or not, it is sent again afterwards. */
  readonly asked: readonly Asked[];
  readonly acknowledged: readonly (Asked & { readonly doseId: string })[];
}

/** Counted in doses, not in time: a busy machine kills at the same places. */
function runAndKill(dir: string, afterDoses: number): Promise<Said> {
  return new Promise((resolve) => {
    const writer = spawn(process.execPath, [path.join(import.meta.dirname, 'kill/kill-writer.ts'), dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    let isTimed = false;
    writer.stdout.on('data', (chunk: Buffer) => {
      text += String(chunk);
      if (isTimed || !text.startsWith('ready') || saidIn(text).acknowledged.length < afterDoses) return;
      isTimed = true;
      setTimeout(() => writer.kill('SIGKILL'), Math.random() * LONGEST_WAIT_MS);
    });
    writer.on('close', () => resolve(saidIn(text)));
  });
}

function saidIn(text: string): Said {
  const words = text.split('\n').map((line) => line.split(' '));
  const asked = words.flatMap(([kind, person = '', requestId = '']) =>
    kind === 'asking' ? [{ personId: idOf<PersonId>(person), requestId }] : [],
  );
  const acknowledged = words.flatMap(([kind, person = '', requestId = '', doseId = '']) =>
    kind === 'acknowledged' && doseId ? [{ personId: idOf<PersonId>(person), requestId, doseId }] : [],
  );
  return { asked: asked.slice(-1), acknowledged };
}

function hasDose(station: Station, personId: string, doseId: string): boolean {
  return dosesOf(station.db, personId).some((dose) => dose.dose_id === doseId);
}

/** Sends the request once more, as a desk does that never got its answer. Answers how many doses there are then. */
function repeat(station: Station, { personId, requestId }: Asked): number {
  recordDose(station, 'operator', {
    requestId,
    personId,
    lot: 'KILL',
    site: 'left-upper-arm',
    consent: 'oral',
    overrides: [],
  });
  return dosesOf(station.db, personId).length;
}

export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '200' } } });
  const result = await killCampaign(Number(values.rounds));
  if (json) console.log(JSON.stringify(result));
  else for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(16)} ${value}`);
  const isGood = result.lost === 0 && result.doubled === 0 && result.chainOk && result.projectionsOk;
  process.exitCode = isGood ? 0 : 1;
}

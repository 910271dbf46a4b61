import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import type { ServerLog } from '../../../headquarters/headquarters.ts';
import { startHeadquarters } from '../../../headquarters/start-headquarters.ts';
import { addCentre } from '../../../headquarters/store/centres.ts';
import {
  changes,
  confirmAndRecount,
  partsDone,
  peopleWithPasses,
  untilFollowed,
  untilRecounted,
} from '../../support/recounted-passes.ts';

export interface RecountResult {
  readonly passes: number;
  readonly kills: number;
  /** Passes whose number of doses changes by the schedule, that no phone would fetch again. */
  readonly missed: number;
  /** Passes of another vaccine that were to be fetched again. */
  readonly inVain: number;
  /** Parts of the work that were done a second time after a kill. */
  readonly repeated: number;
  /** From the last start on, without what was done before it. */
  readonly seconds: number;
  readonly passesASecond: number;
}

/** In a centre of that name; passes are made some hundred in a transaction. */
const centre = 'nachgezaehlt';
const IN_ONE = 500;

/** So many passes are counted by a schedule that is confirmed, at a headquarters that is killed on the way. */
export async function recountAll(passes: number, kills: number, databaseUrl: string): Promise<RecountResult> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-recount-'));
  try {
    const before = await confirmed(dir, databaseUrl, passes);
    for (let kill = 1; kill <= kills; kill++)
      await killAfter(dir, databaseUrl, Math.floor((kill * before.parts) / (kills + 2)));
    const again = await open(dir, databaseUrl);
    const place = { headquarters: again.headquarters, centre };
    const doneBefore = await partsDone(place);
    // A kill too late to interrupt anything would show nothing.
    if (kills > 0 && doneBefore >= before.parts) throw new Error('nothing was left to go on with');
    const startedAt = performance.now();
    await untilRecounted(place, 600_000);
    const seconds = (performance.now() - startedAt) / 1000;
    const { last, touched } = await changes(place, before.last);
    await again.close();
    const ids = new Set(touched.map(({ pass_id }) => pass_id));
    const inTime = Math.max(0, before.parts - doneBefore) * before.atOnce;
    return {
      passes,
      kills,
      missed: before.meant.filter((id) => !ids.has(id)).length,
      inVain: ids.size - before.meant.filter((id) => ids.has(id)).length,
      repeated: last - before.last - before.partsWithAny,
      seconds,
      passesASecond: Math.round(Math.min(passes, inTime) / seconds),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function open(dir: string, databaseUrl: string) {
  return startHeadquarters({
    settings: { dir, host: '127.0.0.1', port: 0, databaseUrl },
    log: pino({ level: 'silent' }) as unknown as ServerLog,
  });
}

/** The passes, and the confirmation; what is to become of them. */
async function confirmed(dir: string, databaseUrl: string, passes: number) {
  const { headquarters, close } = await open(dir, databaseUrl);
  const place = { headquarters, centre };
  const known = { id: centre, name: 'Nachgezählt', address: '', phone: '', email: '' };
  await addCentre(headquarters.databases.app, { ...known, timeZone: 'Europe/Berlin' }, headquarters.now());
  const meant: string[] = [];
  for (let made = 0; made < passes; made += IN_ONE)
    meant.push(...(await peopleWithPasses(place, Math.min(IN_ONE, passes - made))));
  await untilFollowed(place);
  const { last, passes: all } = await changes(place);
  await confirmAndRecount(place, { book: 'de-covid-19' }, 'hold');
  await close();
  const ids = all.map(({ pass_id }) => pass_id).sort();
  const atOnce = 50;
  const parts = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, at) =>
    ids.slice(at * atOnce, (at + 1) * atOnce),
  );
  const partsWithAny = parts.filter((part) => part.some((id) => meant.includes(id))).length;
  return { last, meant, atOnce, parts: parts.length, partsWithAny };
}

/** Killed at a moment of the part after that many were done. */
function killAfter(dir: string, databaseUrl: string, parts: number): Promise<void> {
  return new Promise((resolve) => {
    const script = path.join(import.meta.dirname, 'recount-in-process.ts');
    const child = spawn(process.execPath, [script, dir, databaseUrl, centre], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let isEnding = false;
    child.stdout.on('data', (text: Buffer) => {
      const done = Number(text.toString('utf8').trim().split('\n').at(-1));
      if (isEnding || done < parts) return;
      isEnding = true;
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 60);
    });
    child.on('close', () => resolve());
  });
}

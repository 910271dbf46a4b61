import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import { publishTemplate } from '../../../main/commands/templates/publish-template.ts';
import { saveTemplateDraft } from '../../../main/commands/templates/save-template-draft.ts';
import type { Station } from '../../../main/station.ts';
import { passById, passFileOf } from '../../../main/store/tables/passes/passes.ts';
import { expectPerson, must, openTestStation, temporaryDirectory } from '../../support/test-station.ts';

export interface ReissueResult {
  readonly passes: number;
  readonly kills: number;
  /** Passes whose file does not show the new template at their newest revision, or does not verify. */
  readonly unsigned: number;
  /** A pass that a kill brought to the same template a second time. */
  readonly redesignedTwice: number;
  readonly seconds: number;
  /** Resident memory at the end beyond the first tenth of the last run. */
  readonly growthMb: number;
}

export async function reissueAll(passes: number, kills: number): Promise<ReissueResult> {
  const dir = temporaryDirectory();
  try {
    await publishedCentre(dir, passes);
    for (let kill = 0; kill < kills; kill++) await signUntil(dir, Math.ceil(passes / (kills + 2)));
    const startedAt = performance.now();
    const { growthMb } = await signUntil(dir, Number.POSITIVE_INFINITY);
    const seconds = (performance.now() - startedAt) / 1000;
    const { station, close } = await openTestStation(dir);
    const found = evaluated(station);
    close();
    return { passes, kills, ...found, seconds, growthMb };
  } finally {
    rmSync(path.dirname(dir), { recursive: true, force: true });
  }
}

/** So many people with a pass of the first version, and a second version that all of them are to get. */
async function publishedCentre(dir: string, passes: number): Promise<void> {
  const { station, close } = await openTestStation(dir);
  station.db.transact(() => {
    for (let i = 0; i < passes; i++) expectPerson(station);
  });
  const standard = standardTemplate(station.settings.centreName);
  const template = { ...standard, colours: { ...standard.colours, background: '#203040' } };
  const draftId = crypto.randomUUID();
  must(saveTemplateDraft(station, 'operator', { draftId, name: 'Campaign', template }));
  must(publishTemplate(station, 'operator', { draftId, push: true }));
  close();
}

/** Runs the outbox in a process of its own; killed once so many pieces were done, or let finish. */
function signUntil(dir: string, pieces: number): Promise<{ growthMb: number }> {
  return new Promise((resolve, reject) => {
    const signer = spawn(process.execPath, [path.join(import.meta.dirname, 'reissue-signer.ts'), dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    signer.stdout.on('data', (chunk: Buffer) => {
      text += String(chunk);
      const signed = Number(/signed (\d+)(?![\s\S]*signed)/.exec(text)?.[1] ?? 0);
      if (signed >= pieces) signer.kill('SIGKILL');
    });
    signer.on('close', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') return reject(new Error(`the signer ended with ${code}`));
      resolve({ growthMb: Number(/growth ([\d.]+)/.exec(text)?.[1] ?? 0) });
    });
  });
}

function evaluated(station: Station): Pick<ReissueResult, 'unsigned' | 'redesignedTwice'> {
  const redesigned = new Map<string, number>();
  let unsigned = 0;
  for (const { stream } of redesigns(station)) redesigned.set(stream, (redesigned.get(stream) ?? 0) + 1);
  for (const passId of passIds(station)) {
    const pass = passById(station.db, passId);
    const file = passFileOf(station.db, passId);
    const options = { now: station.now(), passKeys: station.barcodeKeys.all };
    const proof = file && verifyPkpass(file.bytes, options);
    const isNew = proof?.ok && proof.value.pass.backgroundColor === 'rgb(32, 48, 64)';
    if (!isNew || file?.revision !== pass?.revision) unsigned += 1;
  }
  return { unsigned, redesignedTwice: [...redesigned.values()].filter((count) => count > 1).length };
}

function redesigns({ db }: Station): Iterable<{ stream: string }> {
  return db.each<{ stream: string }>(`SELECT stream FROM event WHERE type = 'PassRedesigned'`);
}

function passIds({ db }: Station): string[] {
  return db.all<{ pass_id: string }>('SELECT pass_id FROM pass').map(({ pass_id }) => pass_id);
}

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { randomSource } from './scan-fuzz/mutate.ts';
import { attacks } from './tamper/attacks.ts';
import { exportEvidence } from './tamper/evidence.ts';

export interface TamperResult {
  readonly edits: number;
  readonly found: number;
  /** Whether the file holds as it was exported: a verifier that refuses everything finds everything, too. */
  readonly holdsUntouched: boolean;
  readonly kinds: number;
  readonly missed: readonly { readonly attack: string; readonly edit: number }[];
}

export interface Answer {
  readonly code: number;
  readonly verdict: {
    readonly ok: boolean;
    readonly line?: number | undefined;
    readonly fault?: string | undefined;
  };
}

const verdict = z.object({ ok: z.boolean(), line: z.number().optional(), fault: z.string().optional() });

/** Changes an exported log, once each in turn of all the ways there are, and lets the verifier look for it. */
export async function tamperCampaign(edits: number, seed: number): Promise<TamperResult> {
  const { lines } = await exportEvidence();
  const random = randomSource(seed);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tamper-'));
  const missed: { attack: string; edit: number }[] = [];
  try {
    const holdsUntouched = (await verifyLines(folder, lines)).code === 0;
    const kinds = Object.entries(attacks);
    for (let edit = 0; edit < edits; edit++) {
      const [attack, change] = kinds[edit % kinds.length] ?? ['', () => []];
      let changed = change(lines, random);
      while (changed.join('\n') === lines.join('\n')) changed = change(lines, random);
      const { code, verdict } = await verifyLines(folder, changed);
      if (code !== 1 || !verdict.fault) missed.push({ attack, edit });
    }
    return { edits, found: edits - missed.length, holdsUntouched, kinds: kinds.length, missed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the verifier, a program of its own, says of a file with these lines. */
export function verifyLines(folder: string, lines: readonly string[], ...more: string[]): Promise<Answer> {
  const file = path.join(folder, 'log.jsonl');
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return verifyFile(file, ...more);
}

export function verifyFile(file: string, ...more: string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ['scripts/verify-log.mjs', file, '--json', ...more],
      (_, stdout, stderr) => {
        if (stdout === '') reject(new Error(stderr));
        else resolve({ code: child.exitCode ?? -1, verdict: verdict.parse(JSON.parse(stdout)) });
      },
    );
  });
}

/** `npm run -s campaign -- tamper [--edits N] [--seed N] [--json]`: no change of an exported log goes unnoticed. */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const options = {
    edits: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values } = parseArgs({ args, options });
  const result = await tamperCampaign(Number(values.edits), Number(values.seed));
  if (json) console.log(JSON.stringify(result));
  else console.table({ ...result, missed: result.missed.length });
  process.exitCode = result.holdsUntouched && result.found === result.edits ? 0 : 1;
}

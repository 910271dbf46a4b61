import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { runHistory } from './convergence/run-history.ts';
import { history } from './convergence/station-history.ts';

export interface ConvergenceResult {
  readonly histories: number;
  /** Histories after which two stations did not hold the same, or a dose was missing or extra. */
  readonly diverged: number;
  readonly doses: number;
  /** What went wrong, and the history that shows it. */
  readonly first?: { readonly fault: string; readonly history: string };
}

/** Lets up to five real stores work apart and exchange what they recorded in any way, and compares what they hold. */
export async function convergenceCampaign(histories: number, seed: number): Promise<ConvergenceResult> {
  let diverged = 0;
  let doses = 0;
  let first: ConvergenceResult['first'];
  for (const [index, each] of fc.sample(history, { numRuns: histories, seed }).entries()) {
    const outcome = await runHistory(each);
    doses += outcome.doses;
    if (outcome.fault === undefined) continue;
    diverged += 1;
    first ??= { fault: `history ${index}: ${outcome.fault}`, history: JSON.stringify(each) };
  }
  return { histories, diverged, doses, ...(first ? { first } : {}) };
}

export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const options = {
    histories: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values } = parseArgs({ args, options });
  const result = await convergenceCampaign(Number(values.histories), Number(values.seed));
  if (json) console.log(JSON.stringify(result));
  else
    for (const [name, value] of Object.entries(result))
      console.log(`${name.padEnd(16)} ${JSON.stringify(value)}`);
  process.exitCode = result.diverged === 0 ? 0 : 1;
}

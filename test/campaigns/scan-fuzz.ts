import { parseArgs } from 'node:util';
import { fuzzScans } from './scan-fuzz/fuzz-scans.ts';

/** What a campaign of any length may leave behind on the heap. */
const mostGrowthMiB = 16;

/** `npm run -s campaign -- scan-fuzz [--minutes N] [--seed N] [--json]`: no crash, no hang, no growth. */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { minutes: text, seed: text } });
  const mostMs = Number(values.minutes ?? 1) * 60_000;
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const report = await fuzzScans({ seed, goesOn: (_, elapsedMs) => elapsedMs < mostMs });
  const ok = report.failures.length === 0 && report.heapGrowthMiB <= mostGrowthMiB;
  if (json) console.log(JSON.stringify({ ok, ...report }));
  else console.table({ ok, ...report, failures: report.failures.length });
  if (!json) for (const failure of report.failures.slice(0, 20)) console.log(JSON.stringify(failure));
  if (!ok) process.exitCode = 1;
}

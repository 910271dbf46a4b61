import { parseArgs } from 'node:util';
import { certificateSet } from './scan-fuzz/certificate-set.ts';
import { fuzzImages } from './scan-fuzz/fuzz-images.ts';
import { type FuzzOptions, fuzzScans } from './scan-fuzz/fuzz-scans.ts';
import { textSet } from './scan-fuzz/text-set.ts';

/** What a campaign of any length may leave behind on the heap. */
const mostGrowthMiB = 16;

/** Which share of the time each kind of hostile input gets. */
const shares = { texts: 0.3, certificates: 0.4, images: 0.3 };

/**
 * `npm run -s campaign -- scan-fuzz [--minutes N] [--seed N] [--json]`: hostile texts and keys, certificates, pictures
 * and camera frames: no crash, no hang, no growth.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { minutes: text, seed: text } });
  const mostMs = Number(values.minutes ?? 1) * 60_000;
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const options = (share: number): FuzzOptions => ({
    seed,
    goesOn: (_, elapsedMs) => elapsedMs < mostMs * share,
  });
  const sets = [
    await fuzzScans(textSet, options(shares.texts)),
    await fuzzScans(await certificateSet(), options(shares.certificates)),
    await fuzzImages(options(shares.images)),
  ];
  const ok = sets.every(
    ({ failures, heapGrowthMiB }) => failures.length === 0 && heapGrowthMiB <= mostGrowthMiB,
  );
  if (json) console.log(JSON.stringify({ ok, sets }));
  else console.table(sets.map((set) => ({ ...set, failures: set.failures.length })));
  if (!json)
    for (const failure of sets.flatMap(({ failures }) => failures).slice(0, 20))
      console.log(JSON.stringify(failure));
  if (!ok) process.exitCode = 1;
}

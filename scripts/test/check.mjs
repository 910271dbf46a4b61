// Format, lint, types of each layer, and who imports whom.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { node24, root } from '../bootstrap/paths.mjs';
import { run } from '../bootstrap/run-child.mjs';
import { say } from '../bootstrap/say.mjs';

const layers = readdirSync(root).filter((name) => existsSync(path.join(root, name, 'tsconfig.json')));
/** What is known of a layer's files is kept from run to run: the second check of a tree takes seconds. */
const typesOf = (layer) => [
  'tsc',
  [
    '-p',
    layer,
    '--incremental',
    '--tsBuildInfoFile',
    path.join(root, '.cache', 'types', `${layer}.tsbuildinfo`),
  ],
];
const steps = [
  ['biome', ['ci', '--error-on-warnings', '.']],
  ...layers.map(typesOf),
  [node24, ['scripts/import-rules.mjs']],
];

let failed = 0;
for (const [command, args] of steps) {
  const code = await run(command, args, { stdio: ['ignore', 2, 2] });
  if (code === 0) continue;
  failed += 1;
  say(`FAILED: ${path.basename(command)} ${args.join(' ')}`);
}
say(failed === 0 ? 'Format, lint, types and import rules hold.' : `${failed} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;

import path from 'node:path';
import { node24, out, root } from './paths.mjs';
import { run } from './run-child.mjs';
import { say, stop } from './say.mjs';
import { digestOf, stampSays, writeStamp } from './stamp.mjs';

const sources = [
  'contracts',
  'decoding',
  'documents',
  'domain',
  'interchange',
  'issuing',
  'ledger',
  'main',
  'messaging',
  'pages',
  'preload',
  'renderer',
  'scripts',
  'ui',
  'package-lock.json',
];

/** Builds the bundles in out/ when anything they are made of changed. */
export async function buildIfNeeded() {
  const stamp = path.join(out, '.source-digest');
  const digest = digestOf(root, sources);
  if (stampSays(stamp, digest)) return;
  say('Building …');
  const started = Date.now();
  const code = await run(node24, ['scripts/build/build-all.mjs'], { stdio: ['ignore', 2, 2] });
  if (code !== 0) stop('The build failed; the lines above say where.');
  writeStamp(stamp, digest);
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { out, root } from '../bootstrap/paths.mjs';
import { bundles } from './bundles.mjs';

for (const config of Object.values(bundles)) await build(config);

// What the issuing service reads at run time (images of passes) lies beside its bundle as it lies beside its source.
for (const area of readdirSync(path.join(root, 'issuing'))) {
  const assets = path.join(root, 'issuing', area, 'assets');
  if (existsSync(assets)) cpSync(assets, path.join(out, 'service/assets', area), { recursive: true });
}

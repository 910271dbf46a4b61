import { build } from 'vite';
import { bundles } from './bundles.mjs';

for (const config of Object.values(bundles)) await build(config);

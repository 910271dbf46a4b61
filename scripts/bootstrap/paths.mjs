import os from 'node:os';
import path from 'node:path';

export const root = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '../..',
);
export const modules = path.join(root, 'node_modules');
export const out = path.join(root, 'out');

/** What one checkout fetched serves the next one too. */
export const cache = path.join(
  process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'),
  'impfpass-station',
);

/** Node 24 out of the npm package `node`, whatever Node started us. */
export const node24 = path.join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { out, root } from '../bootstrap/paths.mjs';

/** Packages with native parts or files of their own: loaded from node_modules at run time, never bundled. */
export const unbundled = ['electron', 'better-sqlite3', 'sharp', 'pdfkit'];

/** What is bundled brings its licences along: Vite collects them. */
const license = { fileName: 'LICENSES.md' };

/** One CommonJS file for a process of Node or Electron. Shell code must also run on Electron 33 (Node 20). */
function processBundle(name, entries, target) {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: path.join(out, name),
      emptyOutDir: true,
      target,
      minify: false,
      license,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([key, file]) => [key, path.join(root, file)])),
        external: [...unbundled, ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  };
}

export const bundles = {
  main: processBundle('main', { index: 'main/index.ts' }, 'node20'),
  preload: processBundle('preload', { index: 'preload/index.ts' }, 'chrome130'),
  service: processBundle(
    'service',
    {
      index: 'main/service-process.ts',
      'browser-shell': 'main/browser-shell/index.ts',
      'checkpoint-worker': 'main/store/checkpoints/checkpoint-worker.ts',
      'pdf-worker': 'main/pdf/pdf-worker.ts',
      'key-worker': 'main/wallets/key-worker.ts',
    },
    'node22.14',
  ),
  renderer: {
    configFile: false,
    root: path.join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: path.join(out, 'renderer'),
      rolldownOptions: {
        input: ['index.html', 'wall.html'].map((page) => path.join(root, 'renderer', page)),
      },
      emptyOutDir: true,
      license,
      target: 'chrome130',
      cssTarget: 'chrome130',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      sourcemap: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
    },
  },
};

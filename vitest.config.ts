import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Exported for browsers alone, which the tests of screens stand for. */
const browserOnly = Object.fromEntries(
  ['webhid-barcode-scanner', 'webserial-barcode-scanner'].map((name) => [
    `@point-of-sale/${name}`,
    new URL(`node_modules/@point-of-sale/${name}/dist/${name}.esm.js`, import.meta.url).pathname,
  ]),
);

export default defineConfig({
  test: {
    // One process less is the default; on two cores that is one.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'units',
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          // They share nothing that one could leave behind for the next: a process for each file costs more than they.
          isolate: false,
          globalSetup: ['test/support/shared-run.ts'],
          // Only for what hangs: a busy computer may take minutes over a property that is quick alone.
          testTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'node',
          globalSetup: ['test/support/shared-run.ts', 'test/support/shared-postgres.ts'],
          environment: 'node',
          include: ['test/integration/**/*.test.ts'],
          // Each test opens a station of its own; what is left between files is what was read in: half of their time.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        resolve: { alias: browserOnly },
        test: {
          name: 'screens',
          environment: 'jsdom',
          // An own document for each file costs four times what they take; a set-up clears it after each test.
          isolate: false,
          setupFiles: ['test/support/after-each-screen.ts'],
          include: ['test/component/**/*.test.tsx'],
          globals: true,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

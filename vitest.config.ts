import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Exported for browsers alone, which the tests of screens stand for. */
const name = '@point-of-sale/webhid-barcode-scanner';
const browserOnly = {
  [name]: new URL(`node_modules/${name}/dist/webhid-barcode-scanner.esm.js`, import.meta.url).pathname,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/unit/**/*.test.ts', 'test/integration/**/*.test.ts'],
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
          include: ['test/component/**/*.test.tsx'],
          globals: true,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

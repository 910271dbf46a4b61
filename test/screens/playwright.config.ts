import { defineConfig } from '@playwright/test';

/** Takes pictures of every screen; what they show is judged by people, so nothing here is part of the tests. */
// biome-ignore lint/style/noDefaultExport: Playwright takes nothing else
export default defineConfig({
  testDir: '.',
  testMatch: '*.shots.ts',
  outputDir: '../../test-results/screens',
  globalSetup: '../e2e/rig/open-run.ts',
  timeout: 15 * 60_000,
  workers: 2,
  reporter: [['list']],
});

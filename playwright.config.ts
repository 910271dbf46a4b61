import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/rig/open-run.ts',
  timeout: 60_000,
  // Two cores: a window and its service fill one each.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // A window that does not come up on a loaded machine is opened once more, and listed as flaky.
  retries: 1,
  reporter: [['list'], ['json']],
});

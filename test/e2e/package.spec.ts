import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, expect, test } from '@playwright/test';
import { signIn } from './rig/sign-in.ts';
import { freshDirectory } from './rig/trial-centre.ts';

const packed = path.resolve('dist/linux-unpacked');
const binary = path.join(packed, 'impfpass-station');

test.describe('the packaged application', () => {
  test.setTimeout(180_000);

  test.beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build/pack.mjs'], { stdio: 'ignore' });
  });

  test('has its fuses set in the binary', async () => {
    const fuses = await getCurrentFuseWire(binary);
    expect(fuses[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
    expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
    expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
    expect(fuses[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
    expect(fuses[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE);
  });

  test('carries the service with its thread, no source, no test and no map', () => {
    const unpacked = readdirSync(path.join(packed, 'resources/app.asar.unpacked'), { recursive: true }).map(
      String,
    );
    expect(unpacked).toContain(path.join('out', 'service', 'pdf-worker.cjs'));
    expect(unpacked.filter((name) => /\.(ts|map)$|(^|\/)test\//.test(name))).toEqual([]);
  });

  test('starts, opens its store and shows the desk', async () => {
    const profile = mkdtempSync(path.join(os.tmpdir(), 'station-packed-'));
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [
      ...sandbox,
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      `--dir=${freshDirectory()}`,
    ];
    const station = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    try {
      const endpoint = await new Promise<string>((resolve, reject) => {
        station.once('exit', (code) => reject(new Error(`the application ended with ${code}`)));
        station.stderr.on('data', (chunk: Buffer) => {
          const found = /ws:\/\/\S+/.exec(String(chunk));
          if (found) resolve(found[0]);
        });
      });
      await windowStands(new URL(endpoint).port);
      const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true, timeout: 30_000 });
      const page = browser.contexts()[0]?.pages()[0];
      if (!page) throw new Error('the application shows no window');
      await expect(page.getByTestId('service-state')).toHaveAttribute('data-kind', 'up', { timeout: 30_000 });
      await signIn(page);
      await expect(page.getByTestId('today').getByRole('button').first()).toBeVisible();
    } finally {
      station.kill('SIGTERM');
    }
  });
});

/** Whoever attaches to a window that is still coming up stops it, and waits for it without end. */
async function windowStands(port: string) {
  await expect
    .poll(async () => (await fetch(`http://127.0.0.1:${port}/json/list`)).text(), { timeout: 60_000 })
    .toContain('"title": "Impfpass Station"');
}

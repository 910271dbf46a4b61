import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

  test('brings the licences of everything it carries', () => {
    const notices = readFileSync(path.join(packed, 'LICENSES.packages.md'), 'utf8');
    for (const said of [
      /^## @img\/sharp-libvips-linux-\w+ .*LGPL/m,
      'GNU LESSER GENERAL PUBLIC LICENSE',
      /^## @fontsource\/noto-sans .*OFL/m,
      'SIL OPEN FONT LICENSE',
      /^## better-sqlite3 /m,
      /^## pdfkit /m,
    ])
      expect(notices).toMatch(said);
    for (const bundled of ['react', 'zod', 'node-forge', 'ws', 'zxing-wasm', '@mantine/core'])
      expect(notices).toContain(`## ${bundled} - `);
  });

  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const wordsFor = (profile: string, dir = freshDirectory()) => [
    ...sandbox,
    `--user-data-dir=${profile}`,
    `--dir=${dir}`,
  ];
  /** Starts it where it must not open its store, and answers what it said; a box that it shows is closed by nobody. */
  const refusedWith = (program: string, ...words: string[]) => {
    const profile = mkdtempSync(path.join(os.tmpdir(), 'station-packed-'));
    const dir = freshDirectory();
    const patience = { timeout: 20_000, killSignal: 'SIGKILL' } as const;
    const ended = spawnSync(program, [...wordsFor(profile, dir), ...words], {
      encoding: 'utf8',
      ...patience,
    });
    return { status: ended.status, said: ended.stderr, hasStore: existsSync(path.join(dir, 'station.db')) };
  };

  test('as a live centre refuses to be looked into by other programs', () => {
    const { status, said } = refusedWith(binary, '--live', '--remote-debugging-port=0');
    expect(said).toContain('--remote-debugging-port könnten andere Programme mitlesen');
    expect(said).not.toContain('DevTools listening');
    expect(status).toBe(1);
  });

  test('does not start a service that was changed, and says what to do', () => {
    const copy = mkdtempSync(path.join(os.tmpdir(), 'station-changed-'));
    cpSync(packed, copy, { recursive: true, verbatimSymlinks: true });
    appendFileSync(path.join(copy, 'resources/app.asar.unpacked/out/service/index.cjs'), '\n// and more\n');
    const { said, hasStore } = refusedWith(path.join(copy, 'impfpass-station'));
    expect(hasStore).toBe(false);
    expect(said).toContain('Dateien dieses Programms sind nicht so, wie sie ausgeliefert wurden');
    rmSync(copy, { recursive: true });
  });

  test('starts, opens its store and shows the desk', async () => {
    const profile = mkdtempSync(path.join(os.tmpdir(), 'station-packed-'));
    const args = [...wordsFor(profile), '--remote-debugging-port=0']; // a trial may be looked into
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

import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';
import { trialCentre } from './trial-centre.ts';

/** A station in a real Electron window, with a trial centre of its own. */
export interface StationWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Its data directory: give it to `openStationWindow` again to restart on the same data. */
  readonly dir: string;
  /** Everything the page complained about. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface WindowOptions {
  /** Where its centre lies or will lie; otherwise it gets a trial centre that is ready. */
  readonly dir?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** False: the sign-in screen stays; otherwise the trial's site lead is signed in. */
  readonly signsIn?: boolean;
}

export async function openStationWindow({
  dir: givenDir,
  args = [],
  env = {},
  signsIn = true,
}: WindowOptions = {}): Promise<StationWindow> {
  const dir = givenDir ?? (await trialCentre());
  const profile = mkdtempSync(path.join(os.tmpdir(), 'station-profile-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    // No graphics process: it is one more that may not come up on a machine without a graphics card.
    // Without executablePath Playwright holds the app back until it is attached; with it, launches hung at times.
    args: [
      ...sandbox,
      `--user-data-dir=${profile}`,
      '--force-device-scale-factor=1',
      '--disable-gpu',
      '--password-store=basic',
      ...args,
      '.',
      `--dir=${dir}`,
    ],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await serviceUp(page);
  if (signsIn) await signIn(page);
  return { app, page, dir, complaints, close: () => app.close() };
}

/** What the window shows instead is in the error: a start that fails once in a hundred leaves nothing else behind. */
async function serviceUp(page: Page): Promise<void> {
  try {
    await page.locator('[data-testid="service-state"][data-kind="up"]').waitFor({ timeout: 30_000 });
  } catch (cause) {
    const shown = await page.evaluate(() => [document.location.href, document.body.innerHTML].join('\n'));
    throw new Error(`The service is not up; the window shows ${shown.slice(0, 2_000)}`, { cause });
  }
}

/** The process id of the service behind a window, found among the children of the shell. */
export function servicePid(window: StationWindow): number {
  const shell = window.app.process().pid;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      if (parent === shell && words.some((word) => word.endsWith('out/service/index.cjs')))
        return Number(name);
    } catch {
      // gone in between
    }
  }
  throw new Error('no service process runs below this window');
}

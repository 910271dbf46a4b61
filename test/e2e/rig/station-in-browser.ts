import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, chromium, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';
import { trialCentre } from './trial-centre.ts';

/** A station in the browser shell, with a Chromium that looks at it. */
export interface StationInBrowser {
  readonly page: Page;
  readonly browser: Browser;
  readonly address: string;
  readonly dir: string;
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly dir?: string;
  readonly chromiumArgs?: readonly string[];
  readonly viewport?: { width: number; height: number };
  /** False: the sign-in screen stays; otherwise the trial's site lead is signed in. */
  readonly signsIn?: boolean;
}

export async function openStationInBrowser(options: BrowserOptions = {}): Promise<StationInBrowser> {
  const dir = options.dir ?? (await trialCentre());
  const { service, address } = await startBrowserShell(dir);
  const browser = await chromium.launch({
    executablePath: process.env.STATION_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', ...(options.chromiumArgs ?? [])],
  });
  const context = await browser.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address);
  await page.locator('[data-testid="service-state"][data-kind="up"]').waitFor({ timeout: 30_000 });
  if (options.signsIn ?? true) await signIn(page);
  return {
    page,
    browser,
    address,
    dir,
    complaints,
    async close() {
      await browser.close();
      await endProcess(service);
    },
  };
}

/** The service alone; answers once it printed its address. */
export async function startBrowserShell(dir: string): Promise<{ service: ChildProcess; address: string }> {
  const service = spawn(process.execPath, ['out/service/browser-shell.cjs', '--dir', dir], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    service.once('exit', (code) => reject(new Error(`the browser shell ended with ${code}`)));
    service.stdout?.on('data', (chunk: Buffer) => {
      const found = /http:\/\/\S+/.exec(String(chunk));
      if (found) resolve(found[0]);
    });
  });
  return { service, address };
}

export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

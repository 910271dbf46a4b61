import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { cameraArgs, writeDeskVideo } from '../e2e/rig/qr-video.ts';
import { openStationInBrowser } from '../e2e/rig/station-in-browser.ts';

const MEASURED_MS = 10_000;

/**
 * `npm run -s bench -- camera [--json]`: what the camera costs while it sees a desk and no code, in the built
 * screens under Chromium. Shares are of one core; the page's process holds the decoding worker.
 */
export async function run({ json }: { json: boolean }): Promise<void> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'station-bench-'));
  const video = path.join(dir, 'desk.y4m');
  writeDeskVideo(video);
  const station = await openStationInBrowser({ chromiumArgs: cameraArgs(video) });
  try {
    await station.page.context().grantPermissions(['camera']);
    await station.page.evaluate(countRequests);
    const off = await measured(station.browser, station.page);
    await station.page.keyboard.press('F2');
    await station.page.locator('[data-testid="camera"][data-running="true"]').waitFor();
    const scanning = await measured(station.browser, station.page);
    const result = {
      picturesPerSecond: scanning.picturesPerSecond,
      triedPerSecond: scanning.triedPerSecond,
      shareOfPicturesTried: scanning.triedPerSecond / scanning.picturesPerSecond,
      pageCpuShare: scanning.pageCpuShare,
      pageCpuShareCameraOff: off.pageCpuShare,
      allProcessesCpuShare: scanning.allProcessesCpuShare,
    };
    const rounded = Object.entries(result).map(([name, value]) => [name, Number(value.toFixed(3))]);
    console.log(JSON.stringify(Object.fromEntries(rounded), undefined, json ? undefined : 2));
  } finally {
    await station.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measured(browser: Browser, page: Page) {
  const before = {
    cpu: await cpuSeconds(browser),
    pictures: await page.evaluate(counts),
    at: performance.now(),
  };
  await page.waitForTimeout(MEASURED_MS);
  const cpu = await cpuSeconds(browser);
  const pictures = await page.evaluate(counts);
  const seconds = (performance.now() - before.at) / 1000;
  return {
    picturesPerSecond: (pictures.shown - before.pictures.shown) / seconds,
    triedPerSecond: (pictures.tried - before.pictures.tried) / seconds,
    pageCpuShare: (cpu.page - before.cpu.page) / seconds,
    allProcessesCpuShare: (cpu.all - before.cpu.all) / seconds,
  };
}

async function cpuSeconds(browser: Browser): Promise<{ readonly page: number; readonly all: number }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sum = (of: typeof processInfo) => of.reduce((total, { cpuTime }) => total + cpuTime, 0);
  return { page: sum(processInfo.filter(({ type }) => type === 'renderer')), all: sum(processInfo) };
}

/** In the page: counts what is handed to the worker. */
function countRequests(): void {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, ...words: unknown[]) {
    document.body.dataset.tried = String(Number(document.body.dataset.tried ?? 0) + 1);
    Reflect.apply(post, this, words);
  };
}

/** In the page: pictures that were shown and tried so far. */
function counts(): { readonly shown: number; readonly tried: number } {
  const shown = document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
  return { shown, tried: Number(document.body.dataset.tried ?? 0) };
}

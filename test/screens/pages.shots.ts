import { chromium, expect, type Page, test } from '@playwright/test';
import type { StationWindow } from '../e2e/rig/station-window.ts';
import { freshDirectory } from '../e2e/rig/trial-centre.ts';
import { openTrialNetwork } from '../e2e/rig/trial-network.ts';
import { askBeforeDoses } from './ask-before-doses.ts';
import { isWanted, keepPicture } from './take-picture.ts';
import {
  citizenStates,
  consoleStates,
  type PageState,
  questionStates,
  trialStates,
} from './walks/pages-walk.ts';

/** A phone and a laptop. These pages have one appearance. */
const sizes = [
  [390, 844],
  [1280, 800],
] as const;

for (const language of ['de', 'en'] as const)
  test(`pages of headquarters and for citizens, ${language}`, async () => {
    const dir = freshDirectory();
    const network = await openTrialNetwork(dir);
    const browser = await chromium.launch({
      executablePath: process.env.STATION_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    let station: StationWindow | undefined;
    const missed: string[] = [];
    try {
      const context = await browser.newContext({ locale: language === 'de' ? 'de-DE' : 'en-GB' });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const look = async (states: readonly PageState[]) => {
        for (const { name, reach } of states)
          try {
            await reach(page, network);
            if (!isWanted(name)) continue;
            for (const [width, height] of sizes)
              await keepPicture(await wholePage(page, width, height), `${name}.${language}.${width}`);
          } catch (why) {
            missed.push(`${name}: ${String(why).slice(0, 400)}`);
          }
      };
      await look([...citizenStates, ...trialStates, ...consoleStates]);
      // Last: what a station tells changes what the console and the phone show.
      station = await askBeforeDoses(dir, network);
      await look(questionStates);
    } finally {
      await browser.close();
      await station?.close();
      await network.close();
    }
    expect(missed).toEqual([]);
  });

/**
 * A window as high as the page, and then until two pictures are the same: a window that only grows for the picture has
 * holes where nothing is painted yet.
 */
async function wholePage(page: Page, width: number, height: number): Promise<Buffer> {
  await page.setViewportSize({ width, height });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  let last = await page.screenshot();
  for (let more = 1; more <= 5; more += 1) {
    await page.waitForTimeout(200);
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error('the page does not come to rest');
}

import { chromium, expect, test } from '@playwright/test';
import { freshDirectory } from '../e2e/rig/trial-centre.ts';
import { openTrialNetwork } from '../e2e/rig/trial-network.ts';
import { isWanted, keepPicture } from './take-picture.ts';
import { citizenStates, consoleStates, trialStates } from './walks/pages-walk.ts';

/** A phone and a laptop. These pages have one appearance. */
const sizes = [
  [390, 844],
  [1280, 800],
] as const;

for (const language of ['de', 'en'] as const)
  test(`pages of headquarters and for citizens, ${language}`, async () => {
    const network = await openTrialNetwork(freshDirectory());
    const browser = await chromium.launch({
      executablePath: process.env.STATION_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    const missed: string[] = [];
    try {
      const context = await browser.newContext({ locale: language === 'de' ? 'de-DE' : 'en-GB' });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      for (const { name, reach } of [...citizenStates, ...trialStates, ...consoleStates])
        try {
          await reach(page, network);
          if (!isWanted(name)) continue;
          for (const [width, height] of sizes) {
            await page.setViewportSize({ width, height });
            await keepPicture(await page.screenshot({ fullPage: true }), `${name}.${language}.${width}`);
          }
        } catch (why) {
          missed.push(`${name}: ${String(why).slice(0, 400)}`);
        }
    } finally {
      await browser.close();
      await network.close();
    }
    expect(missed).toEqual([]);
  });

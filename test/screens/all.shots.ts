import path from 'node:path';
import { type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { signIn } from '../e2e/rig/sign-in.ts';
import { openStationWindow, type StationWindow } from '../e2e/rig/station-window.ts';
import { states } from './states.ts';

/** Width and height of the window's content in pixels: a laptop, the usual screen of a desk, and a large one. */
const sizes = [
  [1280, 800],
  [1366, 768],
  [1920, 1080],
] as const;
const folder = path.join(import.meta.dirname, '../../docs/screens');
/** `SCREENS=record,board` takes pictures of these alone; the way to them is gone all the same. */
const wanted = process.env.SCREENS?.split(',');

for (const language of ['de', 'en'] as const)
  for (const appearance of ['light', 'dark'] as const)
    test(`every screen, ${language}, ${appearance}`, async () => {
      const station = await openStationWindow({ signsIn: false });
      try {
        await choose(station.page, language, appearance);
        await station.page.getByTestId('sign-in').waitFor();
        await picture(station, `sign-in.${language}.${appearance}`);
        await signIn(station.page);
        for (const { name, reach } of states) {
          await reach(station.page);
          await picture(station, `${name}.${language}.${appearance}`);
        }
      } finally {
        await station.close();
      }
    });

/** As the menu keeps it: a reload reads it. */
async function choose(page: Page, language: string, appearance: string): Promise<void> {
  await page.evaluate(
    ([language, appearance]) => {
      localStorage.setItem('station-language', language);
      localStorage.setItem('station-appearance', appearance);
    },
    [language, appearance] as const,
  );
  await page.reload();
}

async function picture({ app, page }: StationWindow, name: string): Promise<void> {
  if (wanted && !wanted.some((each) => name.startsWith(`${each}.`))) return;
  for (const [width, height] of sizes) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
    await page.waitForFunction((width) => innerWidth === width, width);
    await page.waitForTimeout(200); // what was asked for arrives, and lists are laid out anew
    const taken = await page.screenshot();
    // Few colours, many pictures: a palette keeps them small enough for the repository.
    await sharp(taken)
      .png({ palette: true, colours: 128 })
      .toFile(path.join(folder, `${name}.${width}.png`));
  }
}

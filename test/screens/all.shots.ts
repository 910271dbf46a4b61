import { expect, type Page, test } from '@playwright/test';
import { signIn } from '../e2e/rig/sign-in.ts';
import { openStationWindow, type StationWindow } from '../e2e/rig/station-window.ts';
import { allWalks } from './all-walks.ts';
import { isWanted, keepPicture } from './take-picture.ts';
import type { State } from './walks/walk.ts';

/** Width and height of the window's content in pixels: a laptop, the usual screen of a desk, and a large one. */
const usual = [1366, 768] as const;
const sizes = [[1280, 800], usual, [1920, 1080]] as const;
/** By night colours alone differ, and those are the same in both languages. */
const appearancesIn = { de: ['light', 'dark'], en: ['light'] } as const;

for (const language of ['de', 'en'] as const)
  for (const walk of allWalks)
    test(`${walk.name}, ${language}`, async () => {
      const centre = await walk.centre?.();
      const station = await openStationWindow({ signsIn: false, ...centre });
      station.page.setDefaultTimeout(15_000);
      const missed: string[] = [];
      const look = async (states: readonly State[]) => {
        for (const state of states)
          await show(station, state, language).catch((why: Error) =>
            missed.push(`${state.name}: ${why.message.slice(0, 400)}`),
          );
      };
      try {
        await resize(station, station.page, usual);
        await station.page.evaluate((chosen) => localStorage.setItem('station-language', chosen), language);
        await station.page.reload();
        if (walk.signedOut) await look(walk.signedOut);
        if (walk.states.length > 0) await signIn(station.page);
        await look(walk.states);
      } finally {
        await station.close();
        await centre?.close?.();
      }
      expect(missed).toEqual([]);
    });

async function show(station: StationWindow, state: State, language: 'de' | 'en'): Promise<void> {
  await state.reach(station.page, station);
  if (!isWanted(state.name)) return;
  const shown = state.shown?.(station) ?? station.page;
  for (const size of state.isEverywhere ? sizes : [usual]) {
    await resize(station, shown, size);
    // What differs by night are colours alone, and those are the same at every width.
    for (const appearance of size === usual ? appearancesIn[language] : (['light'] as const)) {
      await paint(shown, appearance);
      await keepPicture(await shown.screenshot(), `${state.name}.${language}.${appearance}.${size[0]}`);
    }
  }
  await paint(shown, 'light');
  await resize(station, shown, usual);
}

/** As the menu does it, without closing what is open. */
async function paint(page: Page, appearance: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    (chosen) => document.documentElement.setAttribute('data-mantine-color-scheme', chosen),
    appearance,
  );
  await page.waitForTimeout(150); // colours that fade into each other
}

async function resize({ app }: StationWindow, page: Page, size: readonly [number, number]): Promise<void> {
  const path = new URL(page.url()).pathname;
  await app.evaluate(
    ({ BrowserWindow }, [path, width, height]) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().includes(path))
        ?.setContentSize(width, height),
    [path, ...size] as [string, number, number],
  );
  await page.waitForFunction((width) => innerWidth === width, size[0]);
  await page.waitForTimeout(200); // what was asked for arrives, and lists are laid out anew
}

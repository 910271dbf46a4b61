import AxeBuilder from '@axe-core/playwright';
import { chromium, expect, type Page, test } from '@playwright/test';
import { askBeforeDoses } from '../screens/ask-before-doses.ts';
import {
  citizenStates,
  consoleStates,
  type PageState,
  questionStates,
  trialStates,
} from '../screens/walks/pages-walk.ts';
import type { StationWindow } from './rig/station-window.ts';
import { freshDirectory } from './rig/trial-centre.ts';
import { openTrialNetwork } from './rig/trial-network.ts';

/** Seen through a phone first, where fingers press. */
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

test.describe.configure({ timeout: 240_000 });

test('every page of headquarters, for citizens and of the trial is readable, whole and large enough for fingers, refusals included', async () => {
  const dir = freshDirectory();
  const network = await openTrialNetwork(dir);
  let station: StationWindow | undefined;
  const browser = await chromium.launch({
    executablePath: process.env.STATION_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const faults: string[] = [];
  try {
    // Axe needs a page that lets it run: ours let no script run.
    const context = await browser.newContext({ locale: 'de-DE', bypassCSP: true });
    const page = await context.newPage();
    const look = async (states: readonly PageState[]) => {
      for (const state of states) {
        await state.reach(page, network);
        for (const size of sizes) {
          await page.setViewportSize(size);
          faults.push(...(await faultsOf(page, state, size.width)));
        }
      }
    };
    await look([...citizenStates, ...trialStates, ...consoleStates]);
    station = await askBeforeDoses(dir, network);
    await look(questionStates);
  } finally {
    await browser.close();
    await station?.close();
    await network.close();
  }
  expect(faults).toEqual([]);
});

async function faultsOf(page: Page, { name }: PageState, width: number): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const small = width < 600 ? await page.evaluate(tooSmall) : [];
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ...small,
    ...(wide > 0 ? [`${wide} px too wide`] : []),
  ].map((fault) => `${name} ${width}: ${fault}`);
}

/** In the page: what is pressed and smaller than a fingertip. A box counts with its label, a link within words not. */
function tooSmall(): string[] {
  const isWithinWords = (link: Element) =>
    link.tagName === 'A' &&
    [...(link.parentElement?.childNodes ?? [])].some((node) => node !== link && node.textContent?.trim());
  return [...document.querySelectorAll('a, button, summary, select, textarea, input:not([type="hidden"])')]
    .filter((part) => !isWithinWords(part))
    .map((part) =>
      part.matches('[type="checkbox"], [type="radio"]') ? (part.closest('label') ?? part) : part,
    )
    .filter((part) => {
      const { width, height } = part.getBoundingClientRect();
      return width > 0 && (height < 43.5 || width < 43.5);
    })
    .map((part) => `smaller than a fingertip: ${part.outerHTML.slice(0, 120)}`);
}

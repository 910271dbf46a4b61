import { existsSync, readdirSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { Language } from '../../domain/kernel/bilingual.ts';
import { placeholders } from '../../domain/passes/placeholders.ts';
import { de } from '../../renderer/i18n/de.ts';
import { controlFaults } from './rig/control-faults.ts';
import { openFromToday } from './rig/desk.ts';
import { signIn } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;

test.afterEach(() => station.close());

/** Zoomed, a click by coordinates misses: the element itself is told. */
function press(page: Page, selector: string): Promise<void> {
  return page.locator(selector).first().dispatchEvent('click');
}

/** The first words of all keys. The areas themselves bring their screens along, which only the bundler can read. */
const firstWords = [
  ...Object.keys(de),
  ...[
    'renderer/i18n/texts.ts',
    ...readdirSync('renderer/screens')
      .map((screen) => `renderer/screens/${screen}/${screen}-area.ts`)
      .filter((file) => existsSync(file)),
  ].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(\w+): \w+Texts\b/g)].map(([, word = '']) => word),
  ),
];

/** A key that has no text is shown as it is. Names of files and hosts look alike and are none. */
const rawKey = new RegExp(
  `(?<![\\w@/.-])(${firstWords.join('|')})\\.(?!cer|de|org|invalid|example)[a-z][a-zA-Z-]*\\b|\\{(?!${placeholders.join('|')})\\w+`,
  'g',
);

/** Axe looks in one language only: what it checks is not in the words, and each look takes a second and more. */
async function faultsOf(page: Page, language: Language, where: string): Promise<string[]> {
  await page.waitForTimeout(150); // what was asked for arrives
  const keys = (await page.locator('body').innerText()).match(rawKey) ?? [];
  const controls = await page.evaluate(controlFaults);
  const scrolled = await page.evaluate(scrollOfWindow);
  const axe = language === 'de' ? await seriousFaults(page) : [];
  return [
    ...keys.map((key) => `raw text key ${key}`),
    ...controls,
    ...(scrolled === 0 ? [] : [`the window itself scrolls by ${scrolled}`]),
    ...axe,
  ].map((fault) => `${language} ${where}: ${fault}`);
}

/** In the page: how far the window goes that should stay. */
function scrollOfWindow(): number {
  const window = document.scrollingElement ?? document.body;
  window.scrollTop = 5000;
  return window.scrollTop;
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const tabs = 'main [role="tab"]';

/** Every area of the list at the left, and every tab in it. */
async function walk(page: Page, language: Language): Promise<string[]> {
  const faults: string[] = [];
  const areas = await page
    .locator('[data-testid^="area-"]')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-testid') ?? ''));
  expect(areas.length).toBeGreaterThan(8);
  for (const area of areas) {
    await press(page, `[data-testid="${area}"]`);
    await expect(page.getByTestId(area)).toHaveAttribute('aria-current', 'page');
    const count = Math.max(1, await page.locator(tabs).count());
    for (let tab = 0; tab < count; tab++) {
      if (tab > 0) await page.locator(tabs).nth(tab).dispatchEvent('click');
      faults.push(...(await faultsOf(page, language, `${area} ${tab}`)));
    }
    if (language === 'de') await page.screenshot({ path: `test-results/every-screen/${area}.png` });
  }
  return faults;
}

test('every area at 200 % zoom on 1280 by 800 is whole, reachable and readable, in both languages', async () => {
  test.setTimeout(240_000); // twenty looks by axe: seconds on a quiet machine, minutes on a full one
  station = await openStationWindow();
  const { app, page } = station;
  await openFromToday(page, 'Müller, Anna');
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 800);
    window?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(640);
  const german = await walk(page, 'de');
  await press(page, '[data-testid="person-menu"]');
  await page.getByRole('menu').getByText('English').dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const english = await walk(page, 'en');
  expect([...german, ...english]).toEqual([]);
  expect(station.complaints).toEqual([]);
});

test('warnings take a line each, whatever is open below them, and leave it the rest of the window', async () => {
  station = await openStationWindow({ signsIn: false });
  const { page } = station;
  await page.getByTestId('sign-in').waitFor();
  expect(await page.evaluate(layoutUnderWarnings, 2)).toEqual({ lines: true, fillsTheRest: true });
  await signIn(page);
  await page.getByTestId('today').waitFor();
  expect(await page.evaluate(layoutUnderWarnings, 2)).toEqual({ lines: true, fillsTheRest: true });
});

/** In the page: puts warnings where the station has its own, and measures what they and the screen below them take. */
function layoutUnderWarnings(count: number): { readonly lines: boolean; readonly fillsTheRest: boolean } {
  const header = document.querySelector('.station-header');
  const warnings = Array.from({ length: count }, () => {
    const warning = document.createElement('p');
    warning.className = 'station-warning';
    warning.textContent = 'Das Zertifikat von Apple fehlt.';
    header?.after(warning);
    return warning;
  });
  const below = warnings[0]?.nextElementSibling?.getBoundingClientRect();
  const layout = {
    lines: warnings.every((warning) => warning.getBoundingClientRect().height < 48),
    fillsTheRest: below !== undefined && below.height > 300 && Math.abs(below.bottom - innerHeight) < 1,
  };
  for (const warning of warnings) warning.remove();
  return layout;
}

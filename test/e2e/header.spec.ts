import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openFromToday } from './rig/desk.ts';
import { chooseInMenu } from './rig/person-menu.ts';
import { signIn, siteLead } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { troubledCentre } from './rig/troubled-centre.ts';

let station: StationWindow;

test.afterAll(() => station.close());

test.beforeAll(async () => {
  station = await openStationWindow({ dir: await troubledCentre() });
  await station.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  );
});

/** In the page: what of the header is cut, lies outside or stands in a second line. */
function headerFaults(): string[] {
  const header = document.querySelector('.station-header');
  if (!header) return ['no header'];
  const whole = [...header.children].filter((part) => part.tagName !== 'H1');
  const beside = whole.flatMap((part) => {
    const { left, right, top } = part.getBoundingClientRect();
    const isInLine = left >= 0 && right <= innerWidth && top < header.getBoundingClientRect().top + 30;
    return isInLine ? [] : [`outside: ${part.textContent}`];
  });
  const cut = whole
    .filter(
      (part) => !part.classList.contains('station-header-centre') && part.scrollWidth > part.clientWidth,
    )
    .map((part) => `cut: ${part.textContent}`);
  const isHigh = header.getBoundingClientRect().height > 56 ? ['more than one line'] : [];
  return [...beside, ...cut, ...isHigh];
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test('at 1280 with three warnings the whole state of the station stands in one line, in both languages', async () => {
  const { page } = station;
  await expect(page.getByTestId('outbox-counts')).toContainText('12 fehlgeschlagen');
  await expect(page.getByTestId('outbox-counts')).toContainText('8 Anrufe nötig');
  await expect(page.getByTestId('sync-line')).toHaveText(/^offline, \d+ Einträge sicher hier$/);
  expect(await page.evaluate(headerFaults)).toEqual([]);
  await page.screenshot({ path: 'test-results/header/de.png' });
  await chooseInMenu(page, 'English');
  await expect(page.getByTestId('sync-line')).toHaveText(/^offline, \d+ /);
  expect(await page.evaluate(headerFaults)).toEqual([]);
  await page.screenshot({ path: 'test-results/header/en.png' });
  await chooseInMenu(page, 'Deutsch');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('the menu is worked with the keyboard alone, and axe finds nothing serious in it', async () => {
  const { page } = station;
  const button = page.getByTestId('person-menu');
  await openFromToday(page, 'Müller, Anna');
  await button.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/header/menu.png' });
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
  await expect(page.getByTestId('person')).toContainText('Müller');
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('menuitemradio', { name: 'Deutsch' })).toBeFocused();
  // Two languages, three appearances, the sounds, the keys.
  for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitem', { name: 'Scanner einrichten' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Scanner einrichten' });
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('F10 locks from the open menu, which is closed for whoever comes next', async () => {
  const { page } = station;
  await page.getByTestId('person-menu').click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('F10');
  await expect(page.getByTestId('sign-in')).toBeVisible();
  await expect(page.getByRole('menu')).toBeHidden();
  await signIn(page, siteLead);
  await chooseInMenu(page, 'Sperren oder Person wechseln');
  await expect(page.getByTestId('sign-in')).toBeVisible();
});

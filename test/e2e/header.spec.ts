import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { lastSeqOf } from '../../main/store/event-log/own-events.ts';
import { enqueue, failItem, messageRows } from '../../main/store/outbox/outbox.ts';
import { keepSetting } from '../../main/store/settings.ts';
import { openTestStation } from '../support/test-station.ts';
import { openFromToday } from './rig/desk.ts';
import { chooseInMenu } from './rig/person-menu.ts';
import { signIn, siteLead } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { trialCentre } from './rig/trial-centre.ts';

let station: StationWindow;

test.afterAll(() => station.close());

test.beforeAll(async () => {
  const dir = await trialCentre();
  await trouble(dir);
  station = await openStationWindow({ dir });
  await station.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  );
});

/** Everything at once: headquarters is away, work waits, some of it failed, and people are to be called. */
async function trouble(dir: string): Promise<void> {
  const { station: centre, close } = await openTestStation(dir);
  const { db, settings, now } = centre;
  db.transact(() => {
    keepSetting(db, 'headquarters', {
      address: 'https://127.0.0.1:9',
      centre: 'nord',
      centreName: settings.centreName,
      clientId: 'nord',
      issuer: 'https://127.0.0.1:9',
      tokenEndpoint: 'https://127.0.0.1:9/token',
      resource: 'https://127.0.0.1:9',
      signingKey: Buffer.alloc(32, 1).toString('base64url'),
      exchangeKey: Buffer.alloc(32, 2).toString('base64url'),
      fingerprints: { station: 'AAAA-BBBB-CCCC-DDDD', headquarters: 'EEEE-FFFF-GGGG-HHHH' },
      joinedAt: now(),
      sentUpTo: lastSeqOf(db, settings) - 37,
      keptApart: 0,
      feedPosition: 0,
      feedHash: '',
      trouble: 'unreachable',
    });
    enqueue(
      db,
      now(),
      Array.from({ length: 40 }, (_, index) => ({
        kind: 'send-message' as const,
        subject: `header-${index}`,
        payload: { message: 'reminder' },
        dueAt: addMinutes(now(), 60),
      })),
    );
    const own = messageRows(db, 200).filter(({ subject }) => subject.startsWith('header-'));
    for (const [index, { id }] of own.slice(0, 20).entries())
      failItem(db, id, index < 12 ? 'failed' : 'by-phone', 'message-refused');
  });
  close();
}

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

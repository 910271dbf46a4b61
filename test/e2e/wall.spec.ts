import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openFromToday } from './rig/desk.ts';
import { openStationInBrowser } from './rig/station-in-browser.ts';
import { openStationWindow, type StationWindow, servicePid } from './rig/station-window.ts';

test.describe.configure({ mode: 'serial' });

/** Who was checked in, and one whom the trial centre has in the house already. */
const WAITING = 2;

let station: StationWindow;
let wall: Page;

test.beforeAll(async () => {
  station = await openStationWindow();
});
test.afterAll(() => station.close());

/** From the board of whoever is signed in; the wall lets itself be found as a page of its own. */
async function openWall(page: Page, isCalled = true): Promise<Page> {
  await page.getByTestId('area-board').click();
  const [opened] = await Promise.all([
    isCalled ? page.context().waitForEvent('page') : station.app.waitForEvent('window'),
    page.getByTestId('wall-open').click(),
  ]);
  await expect(opened.getByTestId('wall')).toContainText('Bitte zur Impfung');
  return opened;
}

function killService(): void {
  try {
    process.kill(servicePid(station), 'SIGKILL');
  } catch {
    // none runs at this moment
  }
}

test('it opens from the board, names nobody, and a second press opens no second one', async () => {
  const { page, app } = station;
  await openFromToday(page, 'Müller, Hans-Peter');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  wall = await openWall(page, false);
  await expect(wall.getByRole('listitem')).toHaveCount(WAITING);
  await expect(wall.getByTestId('wall')).not.toContainText('Müller');
  await page.getByTestId('wall-open').click();
  expect(app.windows()).toHaveLength(2);
  const found = await new AxeBuilder({ page: wall }).setLegacyMode().analyze();
  expect(found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await wall.screenshot({ path: 'test-results/wall.png' });
});

test('it is sandboxed, asks nothing but its own channel, and gets no camera', async () => {
  const preferences = await station.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    }),
  );
  const locked = { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false };
  expect(preferences).toEqual([locked, locked]);
  const outcome = await wall.evaluate(async () => ({
    session: await window.station?.ask('staff.session', {}),
    board: await window.station?.ask('board.now', { span: 'day' }),
    camera: (await navigator.permissions.query({ name: 'camera' as PermissionName })).state,
    opened: window.open('https://example.invalid/') === null,
  }));
  const refused = { ok: false, refusal: { reason: 'not-allowed' } };
  expect(outcome).toEqual({ session: refused, board: refused, camera: 'denied', opened: true });
});

test('the desk locks, the service dies: the wall says that it is not up to date, and goes on by itself', async () => {
  const { page } = station;
  await page.keyboard.press('F10');
  await expect(page.getByTestId('sign-in')).toBeVisible();
  await expect(wall.getByRole('listitem')).toHaveCount(WAITING);
  // One that starts again at once is not worth a sentence: this one falls again and again.
  await expect(async () => {
    killService();
    expect(await wall.getByRole('alert').textContent()).toContain('nicht aktuell');
  }).toPass({ timeout: 30_000, intervals: [200] });
  await wall.screenshot({ path: 'test-results/wall-lost.png' });
  await expect(wall.getByRole('alert')).toHaveText('', { timeout: 20_000 });
  await expect(wall.getByRole('listitem')).toHaveCount(WAITING);
});

test('it closes by Esc, and with the window of the desk', async () => {
  const closed = wall.waitForEvent('close');
  await wall.keyboard.press('Escape').catch(() => {}); // it may be gone before the key is let go
  await closed;
  expect(station.app.windows()).toHaveLength(1);
  await station.close();
  station = await openStationWindow({ args: ['--wall'] });
  await expect.poll(() => station.app.windows().length).toBe(2);
  const ended = station.app.waitForEvent('close');
  await station.app.evaluate(({ BrowserWindow }) => {
    const desk = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('/index.html'),
    );
    setTimeout(() => desk?.close(), 0);
  });
  await ended;
});

test('in a browser it is a page of its own address, and stays when the desk locks', async () => {
  const browser = await openStationInBrowser();
  try {
    const page = await openWall(browser.page);
    expect(new URL(page.url()).pathname).toBe('/wall.html');
    await browser.page.keyboard.press('F10');
    await expect(browser.page.getByTestId('sign-in')).toBeVisible();
    await page.reload();
    await expect(page.getByTestId('wall')).toContainText('Bitte zur Impfung');
    await page.context().close();
  } finally {
    await browser.close();
  }
});

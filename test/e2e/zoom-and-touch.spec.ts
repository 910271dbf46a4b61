import { expect, type Page, test } from '@playwright/test';
import { openFromToday } from './rig/desk.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;

test.beforeAll(async () => {
  station = await openStationWindow();
});
test.afterAll(() => station.close());

const areas = async (page: Page) =>
  page
    .locator('[data-testid^="area-"]')
    .evaluateAll((found) => found.map((each) => each.dataset.testid ?? ''));

/** What stands out of the screen at its right, in the area that is open and in the header. */
const standingOut = (page: Page) =>
  page.evaluate(() => {
    const open = [...document.querySelectorAll('header, main')].filter((part) => !part.closest('[hidden]'));
    return open
      .flatMap((part) => [...part.querySelectorAll('*')])
      .filter((part) => {
        const { right, width } = part.getBoundingClientRect();
        return width > 1 && right > innerWidth + 1;
      })
      .map((part) => part.outerHTML.slice(0, 120));
  });

test('at 200% zoom nothing stands out of a laptop screen, in any area, with a person and with a dialog', async () => {
  const { app, page } = station;
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1366, 768);
    window?.webContents.setZoomFactor(2);
  });
  await page.waitForFunction(() => innerWidth === 683);
  for (const area of await areas(page)) {
    await page.getByTestId(area).click();
    await expect(page.getByTestId(area)).toHaveAttribute('aria-current', 'page');
    await expect.poll(() => standingOut(page), { message: area }).toEqual([]);
  }
  await page.getByTestId('area-desk').click();
  await openFromToday(page, 'Müller, Hans-Peter');
  await expect.poll(() => standingOut(page)).toEqual([]);
  const next = page.getByTestId('next-action');
  await next.scrollIntoViewIfNeeded();
  await expect(next).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1));
});

test('where fingers press, nothing that is pressed is smaller than 44 pixels, in any area', async () => {
  const { page } = station;
  await page.waitForFunction(() => innerWidth === 1366);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await page.waitForFunction(() => matchMedia('(pointer: coarse)').matches);
  const tooSmall = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('button, select, [role="tab"]')]
        .filter((part) => !part.closest('[hidden]'))
        .filter((part) => {
          const { width, height } = part.getBoundingClientRect();
          return width > 1 && (height < 43.5 || width < 43.5);
        })
        .map((part) => part.outerHTML.slice(0, 120)),
    );
  for (const area of await areas(page)) {
    await page.getByTestId(area).click();
    await expect(page.getByTestId(area)).toHaveAttribute('aria-current', 'page');
    await expect.poll(tooSmall, { message: area }).toEqual([]);
  }
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: false });
});

import { expect, type Locator, type Page, test } from '@playwright/test';
import { openFromToday, recordDose } from './rig/desk.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { scanByWedge } from './rig/wedge.ts';

let station: StationWindow;

test.beforeAll(async () => {
  station = await openStationWindow();
  await station.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768),
  );
  await station.page.waitForFunction(() => innerWidth === 1366 && innerHeight === 768);
});
test.afterAll(() => station.close());

/** All of it is in sight, without anybody having scrolled. */
async function isAboveFold(part: Locator): Promise<void> {
  await expect(part).toBeVisible();
  const box = await part.boundingBox();
  if (!box) throw new Error('it has no box');
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(768);
}

async function areAboveFold(page: Page, ...ids: readonly string[]): Promise<void> {
  expect(await page.locator('.desk-main').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  for (const id of ids) await isAboveFold(page.getByTestId(id));
}

test('from the scan to the dose, light, message and next step are in sight on a laptop screen', async () => {
  const { page } = station;
  await test.step('somebody who is due', async () => {
    await openFromToday(page, 'Müller, Hans-Peter');
    await areAboveFold(page, 'scan-field', 'decision', 'next-action', 'dose-count', 'pass-chip', 'next-date');
  });
  await test.step('checked in', async () => {
    await page.keyboard.press('F8');
    await areAboveFold(page, 'done', 'next-action');
  });
  await test.step('the dose form', async () => {
    await page.keyboard.press('F8');
    const form = page.getByTestId('dose-form');
    await isAboveFold(form.getByRole('heading').first());
    await isAboveFold(form.getByLabel('Charge'));
    await isAboveFold(form.locator('button[type="submit"]'));
  });
  await test.step('the review, and the dose that was recorded', async () => {
    await page.getByTestId('dose-form').getByLabel('Charge').fill('LOT-4711');
    await page.keyboard.press('Enter');
    await areAboveFold(page, 'confirm-dose');
    await page.getByTestId('confirm-dose').click();
    await areAboveFold(page, 'done', 'next-date');
    await isAboveFold(page.getByTestId('done').getByRole('button').first());
  });
});

test('the same of a warning, of a stop and of a code that nobody can use', async () => {
  const { page } = station;
  await test.step('a code that cannot be used', async () => {
    await page.keyboard.press('Escape');
    await scanByWedge(page, 'https://example.invalid/x');
    await areAboveFold(page, 'decision', 'next-action');
  });
  await test.step('vaccinated already today', async () => {
    await openFromToday(page, 'Müller, Hans-Peter');
    await areAboveFold(page, 'decision', 'further-dose');
  });
  await test.step('a second dose, and its warnings with the step that takes it', async () => {
    await openFromToday(page, 'Müller, Anna');
    await page.keyboard.press('F8');
    await expect(page.getByTestId('done')).toBeVisible();
    await page.keyboard.press('F8');
    await recordDose(page, 'LOT-4711');
    await areAboveFold(page, 'done');
  });
});

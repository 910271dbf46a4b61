import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { openFromToday, showPass } from './rig/desk.ts';
import { openStationInBrowser, type StationInBrowser } from './rig/station-in-browser.ts';

let station: StationInBrowser;
test.beforeAll(async () => {
  station = await openStationInBrowser();
});
test.afterAll(() => station.close());

test('a site lead designs a pass, sees it at every key, publishes, and passes that are out get the new look', async () => {
  test.slow(); // axe and a push to all are the longest that this suite does
  const { page, complaints } = station;
  await page.getByTestId('area-templates').click();
  await page.getByTestId('new-draft').click();
  const card = page.getByTestId('template-preview').getByTestId('pass-card');

  await page.getByLabel('Hintergrund', { exact: true }).fill('#7A1F3D');
  await page.getByLabel('Text neben dem Logo (Deutsch)').fill('Impfpass Winter');
  await expect(card).toHaveCSS('background-color', 'rgb(122, 31, 61)');
  await expect(card).toContainText('Impfpass Winter');

  const google = page.getByTestId('google-preview').getByTestId('google-card');
  await expect(google.locator('.google-card-front')).toHaveCSS('background-color', 'rgb(122, 31, 61)');
  for (const format of ['PDF417', 'Code 128', 'Aztec']) {
    await page.getByLabel(format, { exact: true }).check();
    for (const wallet of [card, google])
      await expect(wallet.locator('[data-format] svg')).toHaveAttribute('data-written', 'true');
    await page.screenshot({ path: `test-results/designer-${format}.png` });
  }
  await expect(google.locator('[data-format]')).toHaveAttribute('data-format', 'aztec');

  await page.getByLabel('Text neben dem Logo (Englisch)').fill('');
  await expect(page.getByText('Der englische Text fehlt.')).toBeVisible();
  await page.getByLabel('Text neben dem Logo (Englisch)').fill('Winter pass');
  await expect(page.getByTestId('fault-count')).toHaveText('Alles in Ordnung.');

  const tiny = await sharp({ create: { width: 30, height: 10, channels: 3, background: '#c2410c' } })
    .png()
    .toBuffer();
  await page
    .getByTestId('image-logo')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: tiny });
  await expect(page.getByTestId('image-fault-logo')).toContainText('zu wenige Pixel');
  await page
    .getByTestId('image-logo')
    .setInputFiles({ name: 'huge.png', mimeType: 'image/png', buffer: Buffer.alloc(6 * 1024 * 1024) });
  await expect(page.getByTestId('image-fault-logo')).toContainText('höchstens 5 MB');
  await expect(page.getByTestId('draft-state')).toHaveAttribute('data-state', 'saved');

  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await page.getByTestId('publish').click();
  await expect(page.getByRole('dialog')).toContainText('dunkles Rot');
  await page.getByTestId('confirm-publish').click();
  await expect(page.getByTestId('push-done')).toContainText('zeigen Version 2');

  await page.getByTestId('area-desk').click();
  await openFromToday(page, 'Mustermann, Erika');
  await expect(page.getByTestId('person')).toBeVisible();
  await showPass(page);
  await expect(page.getByLabel('Pass auf dem Telefon').getByTestId('pass-card')).toHaveCSS(
    'background-color',
    'rgb(122, 31, 61)',
  );
  await expect(page.getByTestId('pass-file')).toHaveAttribute('data-state', 'ready');
  expect(complaints).toEqual([]);
});

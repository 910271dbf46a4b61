import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openFromToday } from './rig/desk.ts';
import { approve, PIN_MS } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;

test.beforeAll(async () => {
  station = await openStationWindow();
});
test.afterAll(() => station.close());

test('a dose of another vaccine is corrected: what follows is shown first, and the record shows both', async () => {
  const { page } = station;
  await openFromToday(page, 'Mustermann, Erika');
  await page.getByRole('button', { name: 'Berichtigen …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('corrected-product').selectOption({ value: 'fsme-immun' });
  await expect(dialog.getByLabel('Menge (ml)')).toHaveValue('0,5');
  await dialog.getByLabel('Charge').fill('FSME-1');
  await expect(dialog.getByTestId('correction-effects')).toContainText('gegen FSME');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await dialog.getByTestId('correction-preview').scrollIntoViewIfNeeded();
  await page.screenshot({ path: test.info().outputPath('correct-dose.png') });
  await dialog.getByLabel(/Warum wird berichtigt/).fill('Fläschchen verwechselt');
  await approve(page);
  await page.getByTestId('confirm-correction').click();
  await expect(page.getByTestId('done')).toContainText('berichtigt', { timeout: PIN_MS });
  await expect(page.getByTestId('dose-count')).toHaveText('0 von 2 Dosen');
  await page.getByRole('button', { name: 'Akte öffnen' }).click();
  await expect(page.getByTestId('dose-corrections')).toContainText('Fläschchen verwechselt');
  await expect(page.getByTestId('dose-corrections')).toContainText('FSME-IMMUN Erwachsene');
});

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openFromToday } from './rig/desk.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;

test.beforeAll(async () => {
  station = await openStationWindow();
});
test.afterAll(() => station.close());

test('a dose from the booklet is entered at the record, corrected with a reason, and counts at the desk', async () => {
  const { page } = station;
  await openFromToday(page, 'Müller, Hans-Peter');
  await expect(page.getByTestId('dose-count')).toHaveText('0 von 2 Dosen');
  await page.getByRole('button', { name: 'Akte öffnen' }).click();
  await page.getByTestId('enter-paper-dose').click();
  const dialog = page.getByTestId('paper-dose');
  await dialog.getByLabel('Wogegen geimpft wurde').selectOption({ value: 'comirnaty' });
  await expect(dialog.getByLabel('Impfstoff, wie er im Ausweis steht')).toHaveValue('Comirnaty');
  await dialog.getByLabel('Datum').fill('irgendwann');
  await expect(dialog).toContainText('Bitte Tag, Monat oder Jahr');
  await dialog.getByLabel('Datum').fill('6.2021');
  await dialog.getByLabel(/Wo es im Ausweis steht/).fill('Seite 4');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('record-doses')).toContainText('gesehen von Leonie Albrecht');
  await page.getByTestId('correct-paper-dose').click();
  await dialog.getByLabel('Datum').fill('12.6.2021');
  await dialog.getByLabel('Warum wird berichtigt?').fill('Unter dem Stempel zu lesen.');
  await page.getByTestId('save-paper-dose').click();
  await expect(page.getByTestId('paper-dose-corrections')).toContainText('Unter dem Stempel zu lesen.');
  await expect(page.getByTestId('record-doses')).toContainText('12.06.2021');
  await page.getByRole('button', { name: 'Am Empfang öffnen' }).click();
  await expect(page.getByTestId('dose-count')).toHaveText('1 von 2 Dosen');
});

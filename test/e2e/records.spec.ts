import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openFromToday, recordDose } from './rig/desk.ts';
import { savedFile, startsAsPdf } from './rig/saved-file.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;

test.beforeAll(async () => {
  station = await openStationWindow();
});
test.afterAll(() => station.close());

async function typeDay(page: Page, label: string, day: string, card: string): Promise<void> {
  const field = page.getByRole('region', { name: card }).getByLabel(label);
  await field.fill(day);
  await field.press('Tab');
}

test('a dose stands in the sums, in the daily report and on its paper as soon as it was recorded', async () => {
  const { page } = station;
  await openFromToday(page, 'Müller, Hans-Peter');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  await page.keyboard.press('F8');
  await recordDose(page, 'LOT-4711');
  await page.getByTestId('area-records').click();
  await expect(page.getByTestId('dose-report')).toContainText('LOT-4711');
  await page.screenshot({ path: 'test-results/records.png' });

  expect(startsAsPdf(await savedFile(station, 'print-day-records'))).toBe(true);
  for (const button of ['save-dose-report', 'daily-report-dim-csv', 'daily-report-dim-json'])
    expect(String(await savedFile(station, button)), button).toContain('LOT-4711');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});

test('a day on which nobody was vaccinated, and a period that ends before it begins, are said in a sentence', async () => {
  const { page } = station;
  await page.getByTestId('area-records').click();
  await typeDay(page, 'Tag', '02.01.2020', 'Impfbescheinigungen eines Tages');
  await page.getByTestId('print-day-records').click();
  await expect(page.getByText('An diesem Tag wurde hier niemand geimpft.')).toBeVisible();
  await typeDay(page, 'Bis', '02.01.2020', 'Verabreichte Impfungen');
  await expect(page.getByText('Der Zeitraum endet vor seinem Anfang.')).toBeVisible();
  await page.screenshot({ path: 'test-results/records-refused.png', fullPage: true });
  await typeDay(page, 'Vom', '31.12.2019', 'Verabreichte Impfungen');
  await expect(page.getByText('In diesem Zeitraum wurde hier nicht geimpft.')).toBeVisible();
  await typeDay(page, 'Vom', '31.13.2019', 'Verabreichte Impfungen');
  await expect(page.getByTestId('save-dose-report')).toBeDisabled();
  await page.screenshot({ path: 'test-results/records-no-day.png', fullPage: true });
});

test('no screen complains', () => {
  expect(station.complaints).toEqual([]);
});

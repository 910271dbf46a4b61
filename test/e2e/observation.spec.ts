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

async function vaccinate(page: Page, name: string): Promise<void> {
  await page.getByTestId('area-desk').click();
  await openFromToday(page, name);
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  await page.keyboard.press('F8');
  await recordDose(page, 'LOT-1');
}

const rowOf = (page: Page, name: string) => page.getByTestId('board-list').locator('li', { hasText: name });

async function serious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}

test('somebody under observation is kept longer, let go early with a reason, and gone from the house', async () => {
  const { page } = station;
  await vaccinate(page, 'Müller, Hans-Peter');
  await page.getByTestId('area-board').click();
  await page.getByTestId('board-filter-observed').click();
  const row = rowOf(page, 'Müller, Hans-Peter');
  await expect(row.getByTestId('observed-until')).toContainText('von 15 min');
  await page.screenshot({ path: 'test-results/observation.png' });
  await row.getByRole('button', { name: 'Auf 30 min' }).click();
  await expect(row.getByTestId('observed-until')).toContainText('von 30 min');
  await row.getByRole('button', { name: 'Früher entlassen' }).click();
  await expect(page.getByTestId('confirm-release')).toBeDisabled();
  await page.getByLabel('Ging auf eigenen Wunsch').check();
  await page.screenshot({ path: 'test-results/observation-early.png' });
  expect(await serious(page)).toEqual([]);
  await page.getByTestId('confirm-release').click();
  await expect(row).toHaveCount(0);
  await page.getByTestId('board-filter-all').click();
  await expect(rowOf(page, 'Müller, Hans-Peter')).toContainText('Gegangen');
});

test('a reaction is recorded from the board, the health office is to be told of it, and the form is printed', async () => {
  const { page } = station;
  await vaccinate(page, 'Müller, Anna');
  await page.getByTestId('area-board').click();
  await page.getByTestId('board-filter-observed').click();
  const row = rowOf(page, 'Müller, Anna');
  await row.getByRole('button', { name: 'Reaktion' }).click();
  await expect(page.getByText('Bisher ist keine Reaktion erfasst.')).toBeVisible();
  await page.screenshot({ path: 'test-results/reactions-none.png' });
  await page.getByTestId('record-reaction').click();
  await expect(page.getByTestId('confirm-reaction')).toBeDisabled();
  await page.getByLabel('Fieber').check();
  await expect(page.getByTestId('is-reportable')).not.toBeChecked();
  await page.getByLabel('Ohnmacht').check();
  await expect(page.getByTestId('is-reportable')).toBeChecked();
  await page.getByLabel('Was wurde getan?').fill('Hingelegt');
  await page.screenshot({ path: 'test-results/reaction-form.png' });
  expect(await serious(page)).toEqual([]);
  await page.getByTestId('confirm-reaction').click();
  await expect(page.getByTestId('reactions')).toContainText('Fieber, Ohnmacht');
  await expect(page.getByTestId('report-state')).toContainText('Dem Gesundheitsamt zu melden bis');
  await page.screenshot({ path: 'test-results/reactions.png' });
  expect(startsAsPdf(await savedFile(station, 'reaction-paper'))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('open-reports')).toContainText('Müller, Anna');
  await page.screenshot({ path: 'test-results/open-reports.png' });
  await page.getByTestId('open-reports').getByRole('button', { name: 'Öffnen' }).click();
  await page.getByTestId('note-report').click();
  await page.getByRole('radio', { name: 'Fax' }).check();
  await page.getByRole('textbox', { name: 'Gesundheitsamt' }).fill('Musterstadt');
  await page.screenshot({ path: 'test-results/note-report.png' });
  await page.getByTestId('confirm-report').click();
  await expect(page.getByTestId('report-state')).toContainText('Gemeldet am');
  await page.screenshot({ path: 'test-results/reported.png' });
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('open-reports')).toHaveCount(0);
});

test('no screen complains', () => {
  expect(station.complaints).toEqual([]);
});

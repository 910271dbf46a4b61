import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { savedFile, startsAsPdf } from './rig/saved-file.ts';
import { openStationInBrowser, type StationInBrowser } from './rig/station-in-browser.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow | StationInBrowser;
test.afterEach(() => station.close());

test('somebody is found by a misspelt name, corrected, and taken along as a file', async () => {
  const opened = await openStationWindow();
  station = opened;
  const { page } = opened;
  await page.getByTestId('area-people').click();
  await page.getByTestId('people-search').fill('Mustremann 12.8.64');
  const hit = page.getByTestId('hits').getByRole('button', { name: 'Mustermann, Erika' });
  await expect(hit).toContainText('gleiches Geburtsdatum, Name fast gleich geschrieben');
  await hit.click();
  await page.getByTestId('correct').click();
  await page.getByTestId('correct-form').getByLabel('Ort').fill('Bonn');
  await page.getByTestId('save-correction').click();
  await expect(page.getByTestId('versions')).toContainText('Ort: Köln Bonn');
  await expect(page.getByTestId('versions')).toContainText('Leonie Albrecht');
  await page.screenshot({ path: 'test-results/people-record.png' });

  expect(startsAsPdf(await savedFile(opened, 'export-pdf'))).toBe(true);
  expect(station.complaints).toEqual([]);
});

test('nobody found: registered from the desk with a warning, linked by four eyes, and erased', async () => {
  station = await openStationInBrowser();
  const { page } = station;
  await page.getByTestId('scan-field').fill('Niemand, Erika 12.8.1964');
  await page.keyboard.press('Enter');
  await page.getByTestId('register-typed').click();
  const form = page.getByTestId('register-form');
  await expect(form.getByLabel('Nachname')).toHaveValue('Niemand');
  await expect(form.getByLabel('Geburtsdatum')).toHaveValue('12.08.1964');
  await form.getByLabel('Nachname').fill('Mustermann-Weiß');
  await expect(page.getByTestId('duplicates')).toContainText('Mustermann, Erika');
  const found = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  expect(found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.screenshot({ path: 'test-results/people-register.png' });
  await page.getByTestId('register').click();
  // They stand at the desk: there they are open, and can be taken in at once.
  await expect(page.getByTestId('person')).toContainText('Erika Mustermann-Weiß');
  await expect(page.getByTestId('decision')).toHaveAttribute('data-reason', 'no-appointment');
  await page.getByTestId('open-record').click();
  await expect(page.getByRole('heading', { name: 'Erika Mustermann-Weiß' })).toBeVisible();

  await page.getByTestId('link').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mustermann, Erika' }).click();
  await expect(page.getByTestId('side-by-side')).toContainText('Mustermann-Weiß');
  await approve(page);
  await page.screenshot({ path: 'test-results/people-link.png' });
  await page.getByTestId('confirm-link').click();
  await expect(page.getByTestId('links')).toContainText('Mustermann, Erika');
  await expect(page.getByTestId('record-doses')).toContainText('in der Akte von Mustermann, Erika');
  await page.getByTestId('unlink').click();
  await approve(page);
  await page.getByTestId('confirm-link').click();
  await expect(page.getByTestId('links')).not.toContainText('Mustermann, Erika');

  // What 200% zoom leaves of 1280 by 800.
  await page.setViewportSize({ width: 640, height: 400 });
  await page.screenshot({ path: 'test-results/people-zoomed.png', fullPage: true });
  await page.getByTestId('erase').click();
  await page.getByTestId('erase-name').fill('mustermann-weiss');
  await approve(page);
  await page.getByTestId('confirm-erase').click();
  await page.getByTestId('people-search').fill('Mustermann-Weiß');
  await expect(page.getByTestId('hits')).not.toContainText('Mustermann-Weiß');
  expect(station.complaints).toEqual([]);
});

/** The second person's name and PIN, as the trial has them. */
async function approve(page: Page): Promise<void> {
  const second = page.getByTestId('second-sign-in');
  await second.getByRole('combobox').selectOption({ label: 'Ines Castell' });
  await page.getByTestId('second-pin').fill('6193');
}

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openFromToday } from './rig/desk.ts';
import { approve, PIN_MS, receptionist, signIn, siteLead, vaccinator } from './rig/sign-in.ts';
import { openStationInBrowser, type StationInBrowser } from './rig/station-in-browser.ts';
import { scanByWedge } from './rig/wedge.ts';

let station: StationInBrowser;

test.beforeAll(async () => {
  station = await openStationInBrowser({ signsIn: false });
});
test.afterAll(() => station.close());

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

test('a window that nobody is signed in at shows names and nothing else, and says so to a scan', async () => {
  const { page } = station;
  await expect(page.getByTestId('sign-in')).toBeVisible();
  await expect(page.getByTestId('today')).toHaveCount(0);
  await scanByWedge(page, '4006381333931');
  await expect(page.getByTestId('scan-ignored')).toContainText('Bitte zuerst anmelden');
  expect(await serious(page)).toEqual([]);
});

test('a name is typed, a PIN tapped; F10 switches to the next person, who sees their areas only', async () => {
  const { page } = station;
  await page.getByTestId('name-filter').fill('leo');
  await page.keyboard.press('Enter');
  for (const digit of siteLead.pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.keyboard.press('Tab');
  await page.getByTestId('submit-pin').click();
  await expect(page.getByTestId('signed-in')).toHaveText(siteLead.name);
  await expect(page.getByTestId('area-staff')).toBeVisible();
  await page.keyboard.press('F10');
  await expect(page.getByTestId('today')).toHaveCount(0);
  await signIn(page, receptionist);
  await expect(page.getByTestId('area-desk')).toBeVisible();
  await expect(page.getByTestId('area-staff')).toHaveCount(0);
  await page.keyboard.press('F10');
});

test('five wrong PINs lock a person, and a site lead unlocks them', async () => {
  const { page } = station;
  await page.getByTestId('sign-in').getByRole('button', { name: receptionist.name }).click();
  for (const told of [
    'Noch 4 Versuche',
    'Noch 3 Versuche',
    'Noch 2 Versuche',
    'Noch ein Versuch',
    'gesperrt',
  ]) {
    await page.getByTestId('pin').fill('1357');
    await page.keyboard.press('Enter');
    await expect(page.locator('.pin-entry-message')).toContainText(told, { timeout: PIN_MS });
  }
  await signIn(page, siteLead);
  await page.getByTestId('area-staff').click();
  const row = page.getByTestId('members').getByRole('row', { name: receptionist.name });
  await expect(row).toContainText('gesperrt');
  await page.screenshot({ path: 'test-results/staff.png' });
  expect(await serious(page)).toEqual([]);
  await row.getByRole('button', { name: 'Entsperren' }).click();
  await expect(row).toContainText('aktiv');
  await page.keyboard.press('F10');
  await signIn(page, receptionist);
  await page.keyboard.press('F10');
});

test('a dose is voided by four eyes only, and the log says who opened the record', async () => {
  const { page } = station;
  await signIn(page, siteLead);
  await openFromToday(page, 'Mustermann, Erika');
  await page.getByRole('button', { name: 'Stornieren' }).click();
  await expect(page.getByTestId('confirm-void')).toBeDisabled();
  await page.getByLabel('Falsch eingegeben').check();
  await approve(page, { ...vaccinator, pin: '1357' });
  await page.getByTestId('confirm-void').click();
  await expect(page.getByRole('dialog')).toContainText('Noch 4 Versuche', { timeout: PIN_MS });
  await approve(page);
  await page.screenshot({ path: 'test-results/four-eyes.png' });
  await page.getByTestId('confirm-void').click();
  await expect(page.getByTestId('done')).toContainText('storniert', { timeout: PIN_MS });
  await page.getByTestId('area-staff').click();
  await page.getByRole('tab', { name: 'Einsichten' }).click();
  await page.getByLabel('Wessen Akte (Familienname)').fill('muster');
  const view = page.getByTestId('views').getByRole('row', { name: /Mustermann, Erika.*Empfang/ });
  await expect(view).toContainText(siteLead.name);
  await page.screenshot({ path: 'test-results/view-log.png' });
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('F10');
});

test('who saved everybody as a file stands beside the record views, and about how many it is', async () => {
  const { page } = station;
  await signIn(page, siteLead);
  await page.getByTestId('area-import').click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Als Tabelle (CSV)' }).last().click();
  await saved;
  await page.getByTestId('area-staff').click();
  await page.getByRole('tab', { name: 'Einsichten' }).click();
  const row = page.getByTestId('disclosures').getByRole('row', { name: /Alle Personen \(CSV\)/ });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(siteLead.name);
  expect(Number(await row.getByRole('cell').last().textContent())).toBeGreaterThan(1);
  await page.screenshot({ path: 'test-results/what-left.png' });
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('F10');
});

test('a window that nobody touches warns, locks and is empty; the same person finds their dose again', async () => {
  const { page } = station;
  await page.clock.install();
  await signIn(page, siteLead);
  await openFromToday(page, 'Yıldız, Ayşe');
  await page.getByTestId('next-action').click();
  await page.getByTestId('dose-form').getByLabel('Charge').fill('LOT-KEPT');
  await page.clock.runFor('04:45');
  await expect(page.getByTestId('idle-warning')).toBeVisible();
  await page.clock.runFor('00:20');
  await expect(page.getByTestId('sign-in')).toBeVisible();
  const html = await page.content();
  for (const personal of ['Yıldız', 'Ayşe', 'LOT-KEPT']) expect(html).not.toContain(personal);
  await page.getByTestId('pin').fill(siteLead.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('dose-form')).toContainText('Ayşe Yıldız', { timeout: PIN_MS });
  await expect(page.getByTestId('dose-form').getByLabel('Charge')).toHaveValue('LOT-KEPT');
  await page.keyboard.press('F10');
  await signIn(page, vaccinator);
  await expect(page.getByText('Bereit zum Scannen')).toBeVisible();
  expect(station.complaints).toEqual([]);
});

import { expect, test } from '@playwright/test';
import { setupCodes } from '../../domain/scan/wedge/setup/setup-codes.ts';
import { scannerKeys } from '../support/scanner-keys.ts';
import { connectHidScanner, scanByHid } from './rig/hid-scanner.ts';
import { chooseInMenu } from './rig/person-menu.ts';
import { pressRecords } from './rig/press-records.ts';
import { signIn } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;

test.beforeAll(async () => {
  station = await openStationWindow();
});
test.afterAll(() => station.close());

test('the assistant finds out how a scanner is set and which setting is wrong', async () => {
  const { page } = station;
  await chooseInMenu(page, 'Scanner einrichten');
  const first = page.getByTestId('setup-layout');
  const second = page.getByTestId('setup-separator');
  await expect(first).toContainText('Noch nicht gescannt.');

  await pressRecords(page, scannerKeys(setupCodes.layout, { host: 'de', gapMs: 8 }));
  await expect(first).toContainText('USA');
  await expect(first.locator('[data-problem="layout-differs"]')).toBeVisible();
  await pressRecords(page, scannerKeys(setupCodes.separator.replace('\u001d', ''), { host: 'de' }));
  await expect(second.locator('[data-problem="separator-lost"]')).toBeVisible();
  await page.screenshot({ path: 'test-results/scanner-setup.png' });
  await pressRecords(page, scannerKeys(setupCodes.separator, { host: 'de' }));
  await expect(second.locator('[data-problem="separator-lost"]')).toHaveCount(0);

  await page.getByRole('button', { name: 'Schließen' }).last().click();
  expect(await page.evaluate(() => localStorage.getItem('station-scanner'))).toContain('"layout":"us"');
  expect(station.complaints).toEqual([]);
});

test('a scan changes no field, and a quick typist loses no key', async () => {
  const { page } = station;
  const field = page.getByTestId('scan-field');
  await field.fill('Mül');
  await field.press('End');
  await pressRecords(page, scannerKeys('HC1:6BFOXN%TS3DH0YOJ58S S-W5HDC', { host: 'de', gapMs: 2 }));
  await expect(field).toHaveValue('Mül');
  await expect(page.getByTestId('decision')).toBeVisible();

  await field.fill('');
  await field.focus();
  let timeStamp = 0;
  const keys = [...'schmidtbauer'].flatMap((key, index) => {
    timeStamp += [80, 14, 60, 35, 90, 25][index % 6] ?? 0;
    const code = `Key${key.toUpperCase()}`;
    return (['keydown', 'keyup'] as const).map((type) => ({ key, code, timeStamp, type }));
  });
  await pressRecords(page, keys);
  await expect(field).toHaveValue('schmidtbauer');
});

test('a scanner in HID POS mode is connected once, decides with its name, and comes back by itself', async () => {
  const { page } = station;
  await connectHidScanner(page);
  const connected = page.getByTestId('connected-scanners');
  await scanByHid(page, 'FIRST');
  await expect(connected.getByRole('status')).toHaveText('Voyager 1470g: Code gelesen.');
  await page.screenshot({ path: 'test-results/scanner-devices.png' });
  await page.getByRole('button', { name: 'Schließen' }).last().click();

  await scanByHid(page, '01040123451234561030000000', ']d2');
  const decision = page.getByTestId('decision');
  await expect(decision).toHaveAttribute('data-reason', 'vial-code');
  await expect(decision).toContainText('Gelesen mit Voyager 1470g');

  await page.reload();
  await signIn(page);
  await page.getByTestId('scan-field').waitFor();
  await expect(async () => {
    await scanByHid(page, 'NOTHING OF OURS');
    await expect(decision).toHaveAttribute('data-reason', 'code-foreign', { timeout: 500 });
  }).toPass();
  expect(station.complaints).toEqual([]);
});

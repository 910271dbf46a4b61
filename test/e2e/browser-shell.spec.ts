import { get } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openFromToday, recordDose, shownBarcode } from './rig/desk.ts';
import { chooseInMenu } from './rig/person-menu.ts';
import { openStationInBrowser, type StationInBrowser } from './rig/station-in-browser.ts';
import { scanByWedge } from './rig/wedge.ts';

let station: StationInBrowser;

test.beforeAll(async () => {
  station = await openStationInBrowser();
});
test.afterAll(() => station.close());
test.beforeEach(() => station.page.keyboard.press('Escape'));

test('the token leaves the address bar and is asked for again at each connection', async () => {
  const { page, address } = station;
  expect(page.url()).not.toContain('#');
  const origin = new URL(address).origin;
  const connect = (token: string) =>
    page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const socket = new WebSocket(url);
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('refused');
        }),
      `${origin.replace('http', 'ws')}/ask?token=${token}`,
    );
  expect(await connect('wrong')).toBe('refused');
  const rebound = await new Promise((resolve) => {
    get(origin, { headers: { host: 'evil.invalid' } }, (response) => resolve(response.statusCode)).end();
  });
  expect(rebound).toBe(404);
});

test('the whole visit works in a browser too, by keyboard', async () => {
  const { page } = station;
  await openFromToday(page, 'Wiśniewski, Łukasz');
  const barcode = await shownBarcode(page);
  await page.keyboard.press('Escape');
  await scanByWedge(page, barcode);
  await expect(page.getByTestId('decision')).toHaveAttribute('data-light', 'green');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  await expect(page.getByTestId('next-action')).toBeFocused();
  await page.keyboard.press('Enter');
  await recordDose(page, 'LOT-WEB');
  await expect(page.getByTestId('dose-count')).toHaveText('1 von 2 Dosen');
});

test('Back in the browser leaves neither the page nor the form', async () => {
  const { page } = station;
  await openFromToday(page, 'Nguyen, Thi Hoa');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toBeVisible();
  await page.keyboard.press('F8');
  const lot = page.getByTestId('dose-form').getByLabel('Charge');
  await lot.fill('LOT-BACK');
  for (let times = 0; times < 2; times++) {
    await page.evaluate(() => history.back());
    await page.waitForTimeout(300);
    await expect(lot).toHaveValue('LOT-BACK');
  }
  await page.keyboard.press('Escape');
});

test('while a dose is recorded, a vial fills the form, the own pass leaves it alone and any other code empties it', async () => {
  const { page } = station;
  await openFromToday(page, 'Öztürk, Benedikt');
  const barcode = await shownBarcode(page);
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toBeVisible();
  await page.keyboard.press('F8');
  const lot = page.getByTestId('dose-form').getByLabel('Charge');
  await expect(lot).toBeVisible();
  await scanByWedge(page, ']d201041501234567821728123110ABC123');
  await expect(lot).toHaveValue('ABC123');
  await expect(page.getByTestId('vial')).toContainText('gelesen');
  await scanByWedge(page, barcode);
  await expect(page.getByTestId('vial')).toContainText('Pass dieser Person');
  await expect(lot).toHaveValue('ABC123');
  await scanByWedge(page, '4006381333931');
  await expect(page.getByTestId('vial')).toContainText('kein Impfstoff-Code');
  await expect(lot).toHaveValue('');
  await page.keyboard.press('Escape');
});

test.describe('what can go wrong at the desk', () => {
  test('a foreign code, a forged pass and a name that nobody has each get a sentence', async () => {
    const { page } = station;
    const decision = page.getByTestId('decision');
    await scanByWedge(page, '4006381333931');
    await expect(decision).toHaveAttribute('data-reason', 'code-foreign');
    await openFromToday(page, 'Nguyen, Thi Hoa');
    const barcode = await shownBarcode(page);
    await page.keyboard.press('Escape');
    const forged = barcode.slice(0, -1) + (barcode.endsWith('0') ? '4' : '0');
    await scanByWedge(page, forged);
    await expect(decision).toHaveAttribute('data-reason', 'pass-forged');
    await expect(decision).toHaveAttribute('data-light', 'red');
    await page.getByTestId('scan-field').fill('Niemand Sonst');
    await page.keyboard.press('Enter');
    await expect(decision).toHaveAttribute('data-reason', 'nobody-found');
  });

  test('a second scan within a minute is said, and the way on stays open', async () => {
    const { page } = station;
    await openFromToday(page, 'Schmidt, Katharina');
    const barcode = await shownBarcode(page);
    await page.keyboard.press('Escape');
    await scanByWedge(page, barcode);
    await expect(page.getByTestId('decision')).toHaveAttribute('data-reason', 'ready-to-check-in');
    await page.keyboard.press('Escape');
    await scanByWedge(page, barcode);
    await expect(page.getByTestId('decision')).toHaveAttribute('data-reason', 'scanned-again');
    await page.getByTestId('next-action').click();
    await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  });

  test('without a camera the desk is told so and goes on', async () => {
    const { page } = station;
    await page.keyboard.press('F2');
    await expect(page.getByTestId('camera-problem')).toBeVisible();
    await page.keyboard.press('F2');
    await page.getByTestId('scan-field').fill('12.08.1964');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('person')).toContainText('Erika Mustermann');
  });
});

test('names that several people have are chosen from by birth date', async () => {
  const { page } = station;
  await page.getByTestId('scan-field').fill('müller');
  await page.keyboard.press('Enter');
  await page.getByTestId('candidates').getByRole('button', { name: 'Müller, Anna' }).click();
  await expect(page.getByTestId('person')).toContainText('08.07.1992');
});

test('English is complete and a switch away', async () => {
  const { page } = station;
  await chooseInMenu(page, 'English');
  await expect(page.getByText('Ready to scan')).toBeVisible();
  await chooseInMenu(page, 'Deutsch');
  await expect(page.getByText('Bereit zum Scannen')).toBeVisible();
});

test('axe finds nothing serious on the empty desk and with a person on it', async () => {
  const { page } = station;
  const serious = async () =>
    (await new AxeBuilder({ page }).analyze()).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  expect(await serious()).toEqual([]);
  await openFromToday(page, 'Fuß, Christa');
  expect(await serious()).toEqual([]);
});

test('the page never complains: no error, no breach of the content policy', () => {
  const expected = /ERR_|403|getUserMedia|WebSocket|NotFoundError/;
  expect(station.complaints.filter((line) => !expected.test(line))).toEqual([]);
});

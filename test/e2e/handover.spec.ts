import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { verifyPkpass } from '../../issuing/apple/verify-pkpass.ts';
import { startMailServer } from '../builders/mail-server.ts';
import { openFromToday } from './rig/desk.ts';
import { openStationInBrowser, type StationInBrowser } from './rig/station-in-browser.ts';

const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';
let station: StationInBrowser;

test.beforeAll(async () => {
  station = await openStationInBrowser();
});
test.afterAll(() => station.close());

async function serious(page: Page): Promise<string[]> {
  return (await new AxeBuilder({ page }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

test('a phone scans the code of the desk, opens the page and downloads a pass that verifies', async () => {
  const { page, browser } = station;
  await openFromToday(page, 'Wiśniewski, Łukasz');
  await page.keyboard.press('F5');
  const url = await page.getByTestId('hand-over-code').getAttribute('data-url');
  expect(await serious(page)).toEqual([]);
  const context = await browser.newContext({ userAgent: iPhone, locale: 'de-DE' });
  const phone = await context.newPage();
  await phone.goto(url ?? '');
  const button = phone.getByRole('link', { name: 'Zu Apple Wallet hinzufügen' });
  await expect(button).toBeVisible();
  const coming = phone.waitForEvent('download');
  await button.click();
  const bytes = readFileSync(await (await coming).path());
  expect(verifyPkpass(bytes, { now: new Date().toISOString() as never }).ok).toBe(true);
  await context.close();
  // Axe needs a page that lets it run: the hand-over page itself lets no script run.
  const looking = await browser.newContext({ bypassCSP: true, locale: 'en-GB' });
  const page2 = await looking.newPage();
  await page2.goto(url ?? '');
  await expect(page2.getByRole('heading', { name: 'Your pass' })).toBeVisible();
  expect(await serious(page2)).toEqual([]);
  await looking.close();
  await expect(page.getByTestId('last-hand-over')).toContainText('auf das Telefon geladen');
  await page.keyboard.press('Escape');
});

test('a test mail reaches a real mail server once it is set up, and its absence is said in words', async () => {
  const { page } = station;
  const server = await startMailServer();
  const { settings } = server;
  await page.getByTestId('area-delivery-settings').click();
  const form = page.getByTestId('delivery-settings');
  await form.getByLabel('Mailserver').fill(settings.host);
  await form.getByLabel('Port').first().fill(String(settings.port));
  await form.getByLabel('Verschlüsselung').selectOption('none');
  await form.getByLabel('Absendername').fill(settings.senderName);
  await form.getByLabel('Absenderadresse').fill(settings.senderAddress);
  await page.getByTestId('save-mail').click();
  await expect(page.getByTestId('mail-said')).toHaveText('Gespeichert.');
  await form.getByLabel('Testnachricht an').fill('test@example.invalid');
  await page.getByTestId('test-mail').click();
  await expect(page.getByTestId('mail-said')).toContainText('angenommen');
  expect(server.mails).toHaveLength(1);
  await server.close();
  await page.getByTestId('test-mail').click();
  await expect(page.getByTestId('mail-said')).toHaveText('Der Mailserver ist nicht erreichbar.');
  expect(await serious(page)).toEqual([]);
});

test('the outbox says what reached people today', async () => {
  const { page } = station;
  await page.getByTestId('area-outbox').click();
  await expect(page.getByTestId('delivered-item').first()).toContainText('Wiśniewski, Łukasz');
  expect(await serious(page)).toEqual([]);
  expect(station.complaints.filter((line) => !/WebSocket|ERR_/.test(line))).toEqual([]);
});

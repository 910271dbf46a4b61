import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { MailSettings } from '../../contracts/ipc/handover-contract.ts';
import { verifyPkpass } from '../../issuing/apple/verify-pkpass.ts';
import { startMailServer } from '../support/mail-server.ts';
import { openFromToday } from './rig/desk.ts';
import { openStationInBrowser, type StationInBrowser } from './rig/station-in-browser.ts';

const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';
const android =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36';
const name = 'Wiśniewski, Łukasz';
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

async function setUpMail(page: Page, settings: MailSettings): Promise<void> {
  await page.getByTestId('area-delivery-settings').click();
  const form = page.getByTestId('delivery-settings');
  await form.getByLabel('Mailserver').fill(settings.host);
  await form.getByLabel('Port').first().fill(String(settings.port));
  await form.getByLabel('Verschlüsselung').selectOption('none');
  await form.getByLabel('Absendername').fill(settings.senderName);
  await form.getByLabel('Absenderadresse').fill(settings.senderAddress);
  await page.getByTestId('save-mail').click();
  await expect(page.getByTestId('mail-said')).toHaveText('Gespeichert.');
}

async function mailPass(page: Page): Promise<void> {
  await page.getByTestId('area-desk').click();
  await openFromToday(page, name);
  await page.keyboard.press('F5');
  await page.getByTestId('hand-over-email').click();
  await expect(page.getByTestId('hand-over-said')).toContainText('wird jetzt gesendet');
  await page.keyboard.press('Escape');
}

test('a phone scans the code of the desk, opens the page and downloads a pass that verifies', async () => {
  const { page, browser } = station;
  await openFromToday(page, name);
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
  const saving = page.waitForEvent('download');
  await page.getByTestId('hand-over-pdf').click();
  expect(
    readFileSync(await (await saving).path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('hand-over-code')).toBeHidden();
  await expect(page.getByTestId('person')).toBeVisible();
});

test('a test mail reaches a real mail server once it is set up, and its absence is said in words', async () => {
  const { page } = station;
  const server = await startMailServer();
  await setUpMail(page, server.settings);
  const form = page.getByTestId('delivery-settings');
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
  await expect(page.getByTestId('delivered-item').first()).toContainText(name);
  expect(await serious(page)).toEqual([]);
});

test('a designed pass reaches both wallets and the mailbox, and waits in the outbox while no mail server answers', async () => {
  test.slow(); // from the designer to the second mail
  const { page, browser } = station;
  await page.getByTestId('area-templates').click();
  await page.getByTestId('new-draft').click();
  await page.getByLabel('Hintergrund', { exact: true }).fill('#7A1F3D');
  await expect(page.getByTestId('draft-state')).toHaveAttribute('data-state', 'saved');
  await page.getByTestId('publish').click();
  await page.getByTestId('confirm-publish').click();
  await expect(page.getByTestId('push-done')).toContainText('zeigen Version 2');

  await page.getByTestId('area-people').click();
  await page.getByTestId('people-search').fill('Wiśniewski');
  await page.getByTestId('hits').getByRole('button', { name }).click();
  await page.getByTestId('correct').click();
  await page.getByTestId('correct-form').getByLabel('E-Mail').fill('lukasz@example.invalid');
  await page.getByTestId('save-correction').click();
  await expect(page.getByTestId('versions')).toContainText('lukasz@example.invalid');

  let server = await startMailServer();
  await setUpMail(page, server.settings);
  await mailPass(page);
  await expect.poll(() => server.mails.length).toBe(1);
  const [mail] = server.mails;
  const [pkpass, calendar] = mail?.attachments ?? [];
  const verified = verifyPkpass(pkpass?.content ?? Buffer.of(), { now: new Date().toISOString() as never });
  expect(verified).toMatchObject({ ok: true, value: { pass: { backgroundColor: 'rgb(122, 31, 61)' } } });
  expect(calendar?.contentType).toBe('text/calendar');
  expect(String(calendar?.content)).toContain('BEGIN:VEVENT');
  expect(mail?.text).toContain('Guten Tag Łukasz Wiśniewski,');
  const saveLink = /http:\/\/127\.0\.0\.1:\d+\S*\/save\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  expect(mail?.html).toContain(saveLink);

  const phone = await (await browser.newContext({ userAgent: android, locale: 'de-DE' })).newPage();
  await phone.goto(saveLink);
  await expect(phone.getByRole('article')).toContainText('Nächster Termin');
  await expect(phone.getByRole('article')).toHaveCSS('background-color', 'rgb(122, 31, 61)');
  await phone.context().close();

  await server.close();
  await mailPass(page);
  await page.getByTestId('area-outbox').click();
  const item = page.getByTestId('outbox-item').filter({ hasText: name });
  await expect(item.getByTestId('outbox-fault')).toHaveText('Der Mailserver ist nicht erreichbar.');
  expect(await serious(page)).toEqual([]);
  server = await startMailServer({ port: server.settings.port });
  await item.getByRole('button', { name: 'Jetzt versuchen' }).click();
  await expect(page.getByTestId('outbox-empty')).toBeVisible();
  await expect(page.getByTestId('delivered-item').first()).toContainText(name);
  expect(server.mails[0]?.attachments[0]?.filename).toMatch(/\.pkpass$/);
  await server.close();
  expect(station.complaints.filter((line) => !/WebSocket|ERR_/.test(line))).toEqual([]);
});

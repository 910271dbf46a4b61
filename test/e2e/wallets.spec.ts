import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { createAppleLikeAuthority } from '../support/apple-like-authority.ts';
import { openFromToday, recordDose, showPass } from './rig/desk.ts';
import { openStationInBrowser, type StationInBrowser } from './rig/station-in-browser.ts';

let station: StationInBrowser;
const day = 86_400_000;

test.beforeAll(async () => {
  station = await openStationInBrowser();
});
test.afterAll(() => station.close());
test.beforeEach(() => station.page.getByTestId('area-wallets').click());

test('request, Apple’s answer and import: the certificate signs the next pass, and a wrong file is said in words', async () => {
  const { page } = station;
  await page.getByLabel('E-Mail der verantwortlichen Stelle').fill('leitung@zentrum.example');
  const downloading = page.waitForEvent('download');
  await page.getByTestId('make-request').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.certSigningRequest$/);
  const request = readFileSync(await download.path(), 'utf8');
  const apple = await createAppleLikeAuthority();
  const dates = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 365 * day) };
  const cer = await apple.answer(request, dates);
  const file = (name: string, content: Uint8Array | string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
  const files = page.getByTestId('certificate-files');
  await files.setInputFiles([file('pass.cer', 'kein Zertifikat')]);
  await page.getByTestId('import-certificate').click();
  await expect(page.getByTestId('certificate-said')).toContainText(
    'pass.cer ist weder ein Zertifikat noch ein Schlüssel',
  );
  await files.setInputFiles([file('pass.cer', cer), file('wwdr.pem', apple.wwdrPem)]);
  await page.getByTestId('import-certificate').click();
  await expect(page.getByTestId('certificate-said')).toContainText('unterschreibt ab jetzt neue Pässe');
  await expect(page.getByTestId('certificates').locator('[data-in-use="true"]')).toContainText(
    'pass.org.example.centre',
  );
});

test('Google is disconnected and set up again with the file of the trial account, and a dose reaches the card', async () => {
  const { page } = station;
  await page.getByTestId('remove-google').click();
  await page.getByTestId('confirm-remove-google').click();
  await expect(page.getByTestId('step-google')).toHaveAttribute('data-state', 'optional');
  const downloading = page.waitForEvent('download');
  await page.getByTestId('trial-account').click();
  const account = await (await downloading).path();
  await page.getByLabel('Ausstellernummer (Issuer ID)').fill('3388000000000000000');
  await page.getByLabel('Für jeden Pass').check();
  await page.getByTestId('account-file').setInputFiles({
    name: 'konto.json',
    mimeType: 'application/json',
    buffer: readFileSync(account),
  });
  await page.getByTestId('set-google').click();
  await page.getByTestId('test-google').click();
  await expect(page.getByTestId('google-tested')).toContainText('Google hat die Anmeldung angenommen');
  await page.getByTestId('area-desk').click();
  await openFromToday(page, 'Nguyen, Thi Hoa');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toBeVisible();
  await page.keyboard.press('F8');
  await recordDose(page, 'LOT-G');
  await showPass(page);
  await page.getByTestId('view-google').click();
  await expect(page.getByTestId('google-card')).toContainText('Auskunft vor Ort');
  await expect(page.getByTestId('google-card')).not.toContainText('Nguyen');
  await page.getByTestId('area-wallets').click();
  await expect(page.getByTestId('google-state')).toContainText('18');
  await expect(page.getByTestId('google-state')).not.toContainText('wartet');
});

test('axe finds nothing serious on the screen, and the page never complained', async () => {
  const { page } = station;
  await expect(page.getByTestId('certificates')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  expect(station.complaints).toEqual([]);
});

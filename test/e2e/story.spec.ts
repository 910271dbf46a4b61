import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { recordDose } from './rig/desk.ts';
import { signIn } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow, servicePid } from './rig/station-window.ts';
import { freshDirectory } from './rig/trial-centre.ts';
import { openTrialNetwork, type TrialNetwork } from './rig/trial-network.ts';
import { scanByWedge } from './rig/wedge.ts';

/** Everything goes its way by itself; on a loaded machine that takes its time. */
const ARRIVES_MS = 30_000;

let network: TrialNetwork;
let station: StationWindow;
let browser: Browser;

// One story: what comes later builds on what was before.
test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async () => {
  const dir = freshDirectory();
  network = await openTrialNetwork(dir);
  station = await openStationWindow({ dir, env: network.env });
  browser = await chromium.launch({
    executablePath: process.env.STATION_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
test.afterAll(async () => {
  await browser?.close();
  await station?.close();
  await network?.close();
});

test('booked on the page, in the phone at once, scanned, vaccinated without a line, and the card counts one more', async () => {
  const desk = station.page;
  const line = desk.getByTestId('sync-line');
  await expect(line).toHaveAttribute('data-kind', 'sent', { timeout: ARRIVES_MS });

  // The desk of a trial leads to the pages around it, in windows without anything of the desk.
  const opened = station.app.waitForEvent('window');
  await desk.getByTestId('trial-pages').getByRole('link', { name: 'Telefon' }).click();
  const inWindow = await opened;
  await expect(inWindow.getByRole('heading', { name: 'Telefon der Probe' })).toBeVisible();
  expect(await inWindow.evaluate(() => 'station' in window)).toBe(false);
  await inWindow.close();

  const phone = await newPage();
  await phone.goto(network.phone);
  await book(await newPage(), 'Wagner');
  const card = phone.locator('.card');
  await expect(card.locator('[data-field="dose-count"]')).toContainText('0 von 2', { timeout: ARRIVES_MS });
  const barcode = (await card.locator('.text code').textContent()) ?? '';

  // The person is at the desk before the card is held to its scanner.
  await expect(desk.getByTestId('today').getByRole('button', { name: 'Wagner, Erika' })).toBeVisible({
    timeout: ARRIVES_MS,
  });
  await scanUntilGreen(desk, barcode);
  await expect(desk.getByTestId('person')).toContainText('Erika Wagner');
  await desk.keyboard.press('F8');
  await expect(desk.getByTestId('done')).toContainText('Eingecheckt');

  network.cutLine();
  await desk.keyboard.press('F8');
  await recordDose(desk, 'LOT-4711');
  await expect(desk.getByTestId('done')).toContainText('1. Dosis gespeichert');
  await expect(line).toHaveAttribute('data-kind', 'trouble', { timeout: ARRIVES_MS });
  await expect(line).toContainText(/offline, [1-9]\d* Eintr(ag|äge) sicher hier/);
  await expect(desk.getByTestId('done')).toContainText('sobald die Zentrale erreichbar ist');
  await desk.screenshot({ path: 'test-results/story-offline.png' });
  await expect(card.locator('[data-field="dose-count"]')).toContainText('0 von 2');

  network.mendLine();
  await expect(card.locator('[data-field="dose-count"]')).toContainText('1 von 2', { timeout: ARRIVES_MS });
  await expect(phone.locator('.notices')).toContainText('1 von 2');
  await expect(line).toHaveAttribute('data-kind', 'sent', { timeout: ARRIVES_MS });
  await expect(desk.getByTestId('done')).toContainText('Die Karte im Telefon zeigt gleich 1 von 2');
  await expect(desk.getByTestId('today').getByRole('button', { name: 'Wagner, Erika' })).toContainText(
    'geimpft',
  );
  await phone.screenshot({ path: 'test-results/story-phone.png', fullPage: true });
  const system = await newPage();
  await system.goto(network.system);
  for (const sentence of ['gebucht', 'am Empfang gescannt', 'Impfungen: 1', 'wahrgenommen'])
    await expect(system.locator('body')).toContainText(sentence, { timeout: ARRIVES_MS });
  await system.screenshot({ path: 'test-results/story-system.png', fullPage: true });
  await desk.screenshot({ path: 'test-results/story-desk.png' });
});

for (const program of ['headquarters', 'postgres', 'service'] as const)
  test(`what is recorded around a killed ${program} reaches the phone all the same`, async () => {
    const desk = station.page;
    const line = desk.getByTestId('sync-line');
    const phone = await newPage();
    await phone.goto(network.phone);
    const name = { headquarters: 'Kraft', postgres: 'Lehmann', service: 'Vogel' }[program];
    await book(await newPage(), name);
    const card = phone.locator('.card').filter({ hasText: name });
    await expect(card.locator('[data-field="dose-count"]')).toContainText('0 von 2', { timeout: ARRIVES_MS });
    const due = desk.getByTestId('today').getByRole('button', { name: `${name}, Erika` });
    await expect(due).toBeVisible({ timeout: ARRIVES_MS });

    if (program === 'service') process.kill(servicePid(station), 'SIGKILL');
    else network.kill(program);
    if (program === 'service') await signIn(desk);
    await due.click();
    await expect(desk.getByTestId('person')).toContainText(name);
    await desk.keyboard.press('F8');
    await expect(desk.getByTestId('done')).toContainText('Eingecheckt');
    await desk.keyboard.press('F8');
    await recordDose(desk, 'LOT-4711');

    // The page asks again by itself once there is somebody to ask.
    await expect(async () => {
      await phone.goto(network.phone);
    }).toPass({ timeout: ARRIVES_MS });
    await expect(card.locator('[data-field="dose-count"]')).toContainText('1 von 2', {
      timeout: 2 * ARRIVES_MS,
    });
    await expect(line).toHaveAttribute('data-kind', 'sent', { timeout: ARRIVES_MS });
  });

test('an operator makes the first account of headquarters and sees the station and what was sent last', async () => {
  const phone = await newPage();
  await phone.goto(network.phone);
  const console = await phone.getByRole('link', { name: 'Seite der Zentrale' }).getAttribute('href');
  const page = await newPage();
  await page.goto(String(console));
  await page.locator('[name="name"]').fill('Betrieb');
  await page.locator('[name="password"]').fill('ein langes Passwort');
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.getByRole('link', { name: 'Impfzentrum Musterstadt' }).first().click();
  await expect(page.locator('main')).toContainText('Empfang 1');
  await page.screenshot({ path: 'test-results/story-console.png', fullPage: true });
});

test('questions that were answered at home are at the desk, marked, and are gone through with the person', async () => {
  const desk = station.page;
  const area = (name: string) => desk.getByRole('button', { name, exact: true }).click();
  const switchQuestions = async (to: string) => {
    await area('Personal');
    await desk.getByRole('tab', { name: 'Vor der Dosis' }).click();
    await desk.getByTestId('screening-switch').first().click();
    await expect(desk.getByTestId('screening-setting').first()).toContainText(to);
    await area('Empfang');
  };
  await switchQuestions('Eingeschaltet');
  const page = await newPage();
  const place = await book(page, 'Fuchs');
  const dates = await newPage();
  const offer = dates.getByRole('link', { name: 'Fragen vor der Impfung beantworten' });
  await expect(async () => {
    await dates.goto(`${place.split('?')[0]}/dates`);
    await expect(offer).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: ARRIVES_MS });
  await offer.click();
  await expect(dates.locator('main')).toContainText('Frage 1 von 7');
  await dates.screenshot({ path: 'test-results/story-question.png', fullPage: true });
  await expectNothingSerious(dates);
  const height = (await dates.getByRole('button', { name: 'Ja', exact: true }).boundingBox())?.height ?? 0;
  expect(height).toBeGreaterThanOrEqual(48);
  await dates.getByRole('button', { name: 'Ja', exact: true }).click();
  for (let question = 2; question <= 7; question += 1) {
    await expect(dates.locator('main')).toContainText(`Frage ${question} von 7`);
    await dates.getByRole('button', { name: 'Nein', exact: true }).click();
  }
  await dates.screenshot({ path: 'test-results/story-answers.png', fullPage: true });
  await expectNothingSerious(dates);
  await dates.getByRole('button', { name: 'Antworten absenden' }).click();
  await expect(dates.locator('main')).toContainText('dass an diesem Tag nicht geimpft wird');
  await dates.screenshot({ path: 'test-results/story-stop.png', fullPage: true });
  await expectNothingSerious(dates);
  expect(dates.url()).not.toContain('answer');

  await desk.getByTestId('today').getByRole('button', { name: 'Fuchs, Erika' }).click();
  await expect(desk.getByTestId('answered-ahead').first()).toContainText('beantwortet am', {
    timeout: ARRIVES_MS,
  });
  await desk.keyboard.press('F8');
  await expect(desk.getByTestId('done')).toContainText('Eingecheckt');
  await desk.keyboard.press('F8');
  const told = desk.getByTestId('screening-ahead');
  await expect(told).toHaveAttribute('data-outcome', 'stop');
  await expect(told).toContainText('Vorab beantwortet am');
  await expect(desk.getByTestId('screening-save')).toBeDisabled();
  await expectNothingSerious(desk);
  await desk.screenshot({ path: 'test-results/story-ahead.png' });
  await desk.keyboard.press('F8');
  await expect(desk.getByTestId('screening-save')).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('screening')).toHaveAttribute('data-hold', 'screening-stop');
  await desk.keyboard.press('Escape');
  await switchQuestions('Ausgeschaltet');
});

// The last: the clock of a trial does not go back.
test('three weeks later the reminder arrives on the card, the desk has that day, and the second dose makes the card complete', async () => {
  const desk = station.page;
  const phone = await newPage();
  await phone.goto(network.phone);
  await phone.getByRole('button', { name: 'Drei Wochen später' }).click();
  await expect(phone.locator('.notices')).toContainText('Ihre nächste Impfung steht an', {
    timeout: ARRIVES_MS,
  });
  await phone.screenshot({ path: 'test-results/story-reminder.png', fullPage: true });

  const card = phone.locator('.card').filter({ hasText: 'Wagner' });
  await expect(desk.getByTestId('today').getByRole('button', { name: 'Wagner, Erika' })).toContainText(
    '2. Dosis',
    { timeout: ARRIVES_MS },
  );
  await scanUntilGreen(desk, (await card.locator('.text code').textContent()) ?? '');
  await desk.screenshot({ path: 'test-results/story-second-scan.png' });
  await desk.keyboard.press('F8');
  await expect(desk.getByTestId('done')).toContainText('Eingecheckt');
  await desk.keyboard.press('F8');
  await recordDose(desk, 'LOT-4712');
  await expect(desk.getByTestId('done')).toContainText('2. Dosis gespeichert');
  await expect(card.locator('[data-field="dose-count"]')).toContainText('2 von 2', { timeout: ARRIVES_MS });
  await expect(phone.locator('.notices')).toContainText('2 von 2');
  await expect(desk.getByTestId('sync-line')).toHaveAttribute('data-kind', 'sent', { timeout: ARRIVES_MS });
  await phone.screenshot({ path: 'test-results/story-complete.png', fullPage: true });
  await desk.screenshot({ path: 'test-results/story-complete-desk.png' });
});

/** A loaded machine hands keys over too slowly for a scanner now and then: the card is held to it once more. */
async function scanUntilGreen(desk: Page, barcode: string): Promise<void> {
  await expect(async () => {
    await scanByWedge(desk, barcode);
    await expect(desk.getByTestId('decision')).toHaveAttribute('data-light', 'green', { timeout: 3_000 });
  }).toPass({ timeout: ARRIVES_MS });
}

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** A citizen's page in German, whatever the language of this machine is. */
async function newPage(): Promise<Page> {
  return (await browser.newContext({ locale: 'de-DE' })).newPage();
}

/** Two dates, the first as early as there is one, as a citizen does it. Answers the address of their own page. */
async function book(page: Page, familyName: string): Promise<string> {
  page.setDefaultTimeout(ARRIVES_MS);
  await page.goto(network.booking);
  for (let date = 1; date <= 2; date += 1) {
    await page.locator('ul.times a').first().click();
    await page.waitForURL((url) => url.searchParams.getAll('slot').length === date);
  }
  await page.getByLabel('Vorname').fill('Erika');
  await page.getByLabel('Nachname').fill(familyName);
  await page.getByLabel('Geburtsdatum').fill('12.8.1964');
  await page.locator('[name="consent"]').check();
  await page.getByRole('button', { name: 'buchen' }).click();
  await expect(page).toHaveURL(/\/my\//);
  await page.screenshot({ path: 'test-results/story-booked.png', fullPage: true });
  const place = page.url();
  await page.close();
  return place;
}

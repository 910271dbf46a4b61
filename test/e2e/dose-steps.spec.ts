import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openFromToday, recordDose } from './rig/desk.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;

test.beforeAll(async () => {
  station = await openStationWindow();
});
test.afterAll(() => station.close());

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function area(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Checks somebody in and takes the next step, by keys alone. */
async function toTheDose(page: Page, name: string): Promise<void> {
  await openFromToday(page, name);
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  await page.keyboard.press('F8');
}

test('as it comes, what an adult says is recorded with the dose: no key more, and the record says so', async () => {
  const { page } = station;
  await toTheDose(page, 'Müller, Hans-Peter');
  await expect(page.getByTestId('consent-with-dose')).toBeVisible();
  await expect(page.getByTestId('dose-form').getByLabel('Charge')).toBeFocused();
  await expectNothingSerious(page);
  await recordDose(page, 'LOT-ORAL');
  await page.getByRole('button', { name: 'Akte öffnen' }).click();
  await expect(page.getByTestId('consents')).toContainText('Comirnaty: Mündlich nach Aufklärung');
  await area(page, 'Empfang');
});

test('a lead switches on who it is, what is asked and how consent is given', async () => {
  const { page } = station;
  await area(page, 'Personal');
  await page.getByRole('tab', { name: 'Vor der Dosis' }).click();
  await page.getByTestId('identity-switch').click();
  await expect(page.getByTestId('identity-setting')).toContainText('Eingeschaltet');
  await page.getByTestId('screening-switch').first().click();
  await expect(page.getByTestId('screening-setting').first()).toContainText('Eingeschaltet');
  await page.getByTestId('consent-kind-signature').check();
  await page.getByTestId('consent-kind-paper').check();
  await page.getByTestId('consent-kinds-save').click();
  await expect(page.getByTestId('consent-setting')).toContainText('Gespeichert');
  await expectNothingSerious(page);
  await area(page, 'Empfang');
});

test('identity, questions, a signature by mouse, and then the dose; the record shows the signature', async () => {
  const { page } = station;
  await toTheDose(page, 'Müller, Anna');
  await expect(page.getByTestId('identity-id-card')).toBeFocused();
  await expectNothingSerious(page);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('screening')).toHaveAttribute('data-hold', 'screening-missing');
  await expectNothingSerious(page);
  await page.keyboard.press('F8');
  await expect(page.getByTestId('screening-save')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByTestId('consent-signature').check();
  await expect(page.getByTestId('consent-save')).toBeDisabled();
  await sign(page);
  await expectNothingSerious(page);
  await page.getByTestId('consent-save').click();
  await expect(page.getByTestId('consent-standing')).toContainText('Unterschrift');
  await expect(page.getByTestId('screening-done')).toBeVisible();
  await recordDose(page, 'LOT-SIGNED');
  await page.getByRole('button', { name: 'Akte öffnen' }).click();
  await expect(page.getByTestId('consents').locator('polyline')).toHaveCount(2);
  await expectNothingSerious(page);
  await area(page, 'Empfang');
});

test('all of it by keys alone, with a paper form', async () => {
  const { page } = station;
  await toTheDose(page, 'Wiśniewski, Łukasz');
  await expect(page.getByTestId('identity-id-card')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('screening')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByTestId('screening-save')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('consent-oral')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel(/Wo der Bogen liegt/)).toBeVisible();
  await page.keyboard.press('Tab');
  // As fast as people type: faster is a scanner.
  await page.keyboard.type('Ordner 3, 117', { delay: 120 });
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('consent-standing')).toContainText('Ordner 3, 117');
  await expect(page.getByTestId('dose-form').getByLabel('Charge')).toBeFocused();
  await page.keyboard.press('Escape');
});

test('an answer that says stop holds the dose back', async () => {
  const { page } = station;
  await toTheDose(page, 'Sample, John');
  await expect(page.getByTestId('identity-id-card')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('screening')).toBeVisible();
  await page.getByLabel('Ja').first().check();
  await page.keyboard.press('F8');
  await expect(page.getByTestId('screening-save')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('screening')).toHaveAttribute('data-hold', /screening-(stop|doctor)/);
  await expect(page.getByTestId('dose-form')).toBeHidden();
  await expectNothingSerious(page);
  await page.keyboard.press('Escape');
});

/** Two strokes across the field. */
async function sign(page: Page): Promise<void> {
  const box = await page.getByTestId('signature-pad').boundingBox();
  if (!box) throw new Error('there is no field to sign in');
  for (const down of [0.4, 0.6]) {
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * down);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5, { steps: 5 });
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * down, { steps: 5 });
    await page.mouse.up();
  }
}

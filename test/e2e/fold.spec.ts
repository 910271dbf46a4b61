import { expect, type Locator, type Page, test } from '@playwright/test';
import { centreAnsweredAhead } from './rig/answered-ahead-centre.ts';
import { openFromToday, recordDose } from './rig/desk.ts';
import { centreWithSecondRecord } from './rig/second-record-centre.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { troubledCentre } from './rig/troubled-centre.ts';
import { scanByWedge } from './rig/wedge.ts';

let station: StationWindow;

test.beforeAll(async () => {
  station = await onLaptop();
});
test.afterAll(() => station.close());

/** A window as large as a laptop's screen. */
async function onLaptop(dir?: string): Promise<StationWindow> {
  const opened = await openStationWindow(dir ? { dir } : {});
  await opened.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768),
  );
  await opened.page.waitForFunction(() => innerWidth === 1366 && innerHeight === 768);
  return opened;
}

/** All of it is in sight, without anybody having scrolled. */
async function isAboveFold(part: Locator): Promise<void> {
  await expect(part).toBeVisible();
  const box = await part.boundingBox();
  if (!box) throw new Error('it has no box');
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(768);
}

/** The same of everything in it that can be pressed, chosen or filled in. */
async function controlsAreAboveFold(part: Locator): Promise<void> {
  await expect(part).toBeVisible();
  const controls = part.locator('button, input, textarea, select').filter({ visible: true });
  expect(await controls.count()).toBeGreaterThan(0);
  for (const control of await controls.all()) await isAboveFold(control);
}

async function areAboveFold(page: Page, ...ids: readonly string[]): Promise<void> {
  expect(await page.locator('.desk-main').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  for (const id of ids) await isAboveFold(page.getByTestId(id));
}

test('from the scan to the dose, light, message and next step are in sight on a laptop screen', async () => {
  const { page } = station;
  await test.step('somebody who is due', async () => {
    await openFromToday(page, 'Müller, Hans-Peter');
    await areAboveFold(page, 'scan-field', 'decision', 'next-action', 'dose-count', 'pass-chip', 'next-date');
  });
  await test.step('checked in', async () => {
    await page.keyboard.press('F8');
    await areAboveFold(page, 'done', 'next-action');
  });
  await test.step('the dose form', async () => {
    await page.keyboard.press('F8');
    const form = page.getByTestId('dose-form');
    await isAboveFold(form.getByRole('heading').first());
    await isAboveFold(form.getByLabel('Charge'));
    await isAboveFold(form.locator('button[type="submit"]'));
  });
  await test.step('the review, and the dose that was recorded', async () => {
    await page.getByTestId('dose-form').getByLabel('Charge').fill('LOT-4711');
    await page.keyboard.press('Enter');
    await areAboveFold(page, 'confirm-dose');
    await page.getByTestId('confirm-dose').click();
    await areAboveFold(page, 'done', 'next-date');
    await isAboveFold(page.getByTestId('done').getByRole('button').first());
  });
});

test('the same of a warning, of a stop and of a code that nobody can use', async () => {
  const { page } = station;
  await test.step('a code that cannot be used', async () => {
    await page.keyboard.press('Escape');
    await scanByWedge(page, 'https://example.invalid/x');
    await areAboveFold(page, 'decision', 'next-action');
  });
  await test.step('vaccinated already today', async () => {
    await openFromToday(page, 'Müller, Hans-Peter');
    await areAboveFold(page, 'decision', 'further-dose');
  });
  await test.step('a second dose, and its warnings with the step that takes it', async () => {
    await openFromToday(page, 'Müller, Anna');
    await page.keyboard.press('F8');
    await expect(page.getByTestId('done')).toBeVisible();
    await page.keyboard.press('F8');
    await recordDose(page, 'LOT-4711');
    await areAboveFold(page, 'done');
  });
});

test('however long the form of a dialog is, its step and its way back stand in sight', async () => {
  const { page } = station;
  await page.getByTestId('area-board').click();
  await page.getByTestId('board-filter-observed').click();
  await page
    .getByTestId('board-list')
    .getByRole('button', { name: /^Reaktion/ })
    .first()
    .click();
  await page.getByTestId('record-reaction').click();
  const step = page.getByTestId('confirm-reaction');
  await isAboveFold(step);
  await isAboveFold(page.getByRole('button', { name: 'Abbrechen' }).last());
  const form = page.getByRole('dialog').filter({ has: step });
  await form.getByLabel('Was wurde getan?').focus();
  const field = await form.getByLabel('Was wurde getan?').boundingBox();
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual((await step.boundingBox())?.y ?? 0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByTestId('area-desk').click();
  await page.keyboard.press('Escape');
});

test('what comes before a dose stands whole on a laptop screen: identity, questions, consent', async () => {
  const { page } = station;
  await test.step('switched on', async () => {
    await page.getByTestId('area-staff').click();
    await page.getByRole('tab', { name: 'Vor der Dosis' }).click();
    await page.getByTestId('identity-switch').click();
    await page.getByTestId('screening-switch').first().click();
    await page.getByTestId('consent-kind-signature').check();
    await page.getByTestId('consent-kinds-save').click();
    await expect(page.getByTestId('consent-setting')).toContainText('Gespeichert');
    await page.getByTestId('area-desk').click();
    await page.keyboard.press('Escape');
  });
  await test.step('who it is', async () => {
    await openFromToday(page, 'Sample, John');
    await page.keyboard.press('F8');
    await expect(page.getByTestId('done')).toBeVisible();
    await page.keyboard.press('F8');
    await expect(page.getByTestId('identity-id-card')).toBeFocused();
    await areAboveFold(page, 'identity');
    await controlsAreAboveFold(page.getByTestId('identity'));
  });
  await test.step('the questions, in the language of the person, too', async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('screening')).toBeVisible();
    await areAboveFold(page, 'screening-all-no', 'screening-save');
    await controlsAreAboveFold(page.getByTestId('screening'));
  });
  await test.step('consent, with the field to sign in', async () => {
    await page.keyboard.press('F8');
    await expect(page.getByTestId('screening-save')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByTestId('consent-signature').check();
    await areAboveFold(page, 'signature-pad', 'consent-save');
    await controlsAreAboveFold(page.getByTestId('consent'));
  });
  await test.step('an answer that holds the dose back', async () => {
    await page.keyboard.press('Escape');
    await openFromToday(page, 'Nguyen, Thi Hoa');
    await page.keyboard.press('F8');
    await expect(page.getByTestId('done')).toBeVisible();
    await page.keyboard.press('F8');
    await expect(page.getByTestId('identity-id-card')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByLabel('Ja').first().check();
    await page.keyboard.press('F8');
    await expect(page.getByTestId('screening-save')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('screening')).toHaveAttribute('data-hold', /screening-(stop|doctor)/);
    await areAboveFold(page, 'screening-clear');
    await controlsAreAboveFold(page.getByTestId('screening'));
  });
});

test('a second record, and a review with grave warnings, stand whole on a laptop screen', async () => {
  await station.close();
  station = await onLaptop(await centreWithSecondRecord());
  const { page } = station;
  await openFromToday(page, 'Müller, Hans-Peter');
  await areAboveFold(page, 'decision', 'next-action', 'second-record', 'compare-records', 'dose-count');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toBeVisible();
  await areAboveFold(page, 'done', 'next-action', 'second-record');
  await page.keyboard.press('F8');
  const form = page.getByTestId('dose-form');
  await isAboveFold(form.getByTestId('second-record'));
  await isAboveFold(form.getByLabel('Charge'));
  await isAboveFold(form.locator('button[type="submit"]'));
  await form.getByLabel('Charge').fill('LOT-4711');
  await form.getByLabel('Verwendbar bis').fill('01.02.2024');
  await form.getByLabel('Verwendbar bis').press('Tab');
  await form.getByLabel('Charge').press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByTestId('dose-warning')).toHaveCount(2);
  for (const warning of await dialog.getByTestId('dose-warning').all()) await isAboveFold(warning);
  await isAboveFold(dialog.getByTestId('review'));
  await controlsAreAboveFold(dialog);
});

test('what goes on stays in sight where the questions were answered before arrival', async () => {
  await station.close();
  station = await onLaptop(await centreAnsweredAhead());
  const { page } = station;
  const actions = ['screening-as-ahead', 'screening-save'] as const;
  const ask = async (name: string) => {
    await openFromToday(page, name);
    await page.keyboard.press('F8');
    await expect(page.getByTestId('done')).toBeVisible();
    await page.keyboard.press('F8');
    await expect(page.getByTestId('screening-ahead')).toBeVisible();
    await areAboveFold(page, 'screening-ahead', ...actions);
  };
  await test.step('no to everything: all of it stands on the screen', async () => {
    await ask('Müller, Hans-Peter');
    await controlsAreAboveFold(page.getByTestId('screening'));
  });
  await test.step('yes to everything, in two languages: the questions scroll under what goes on', async () => {
    await page.keyboard.press('Escape');
    await ask('Sample, John');
    const last = page.getByTestId('screening').getByRole('radio').last();
    await last.focus();
    for (const id of actions) await isAboveFold(page.getByTestId(id));
    const foot = await page.locator('.screening-actions').boundingBox();
    const focused = await last.boundingBox();
    expect((focused?.y ?? 0) + (focused?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
    await page.screenshot({ path: 'test-results/fold-ahead.png' });
  });
});

test('three warnings in the header push nothing of the desk below the fold', async () => {
  await station.close();
  station = await onLaptop(await troubledCentre());
  const { page } = station;
  await expect(page.getByTestId('outbox-counts')).toContainText('12 fehlgeschlagen');
  await openFromToday(page, 'Müller, Hans-Peter');
  await areAboveFold(
    page,
    'outbox-counts',
    'sync-line',
    'decision',
    'next-action',
    'dose-count',
    'next-date',
  );
  await page.keyboard.press('F8');
  await areAboveFold(page, 'done', 'next-action');
  await page.keyboard.press('F8');
  await isAboveFold(page.getByTestId('dose-form').locator('button[type="submit"]'));
});

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openFromToday, readReview } from './rig/desk.ts';
import { approve, PIN_MS } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { freshDirectory } from './rig/trial-centre.ts';
import { scanByWedge } from './rig/wedge.ts';

/** Comirnaty's box: GTIN, usable until the end of December 2030 (day 00), lot. */
const box = '010415012345678217301200' + '10EX1234';
let station: StationWindow;

test.afterEach(() => station.close());

async function serious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}

test('vials come in by scan, one is opened with a dose and bound to it, a block is held to, and who got the lot is found', async () => {
  station = await openStationWindow({ dir: freshDirectory() });
  const { page } = station;
  await page.getByTestId('area-stock').click();
  await expect(page.getByTestId('no-stock')).toBeVisible();
  await page.getByTestId('stock-tab-receive').click();
  await scanByWedge(page, box);
  await expect(page.getByTestId('receive-lot')).toHaveValue('EX1234');
  await expect(page.getByTestId('receive-expires')).toHaveValue('31.12.2030');
  await page.getByTestId('receive-product').selectOption('Comirnaty');
  await page.getByTestId('receive-vials').fill('2');
  await page.getByTestId('receive-source').fill('Apotheke, Lieferschein 17');
  await page.getByTestId('receive').click();
  await expect(page.getByText('2 Flaschen von Charge EX1234 sind eingegangen.')).toBeVisible();
  await page.getByTestId('stock-tab-lots').click();
  await expect(page.getByTestId('lots')).toContainText('2 Flaschen (12 Dosen)');

  await page.getByTestId('area-desk').click();
  await openFromToday(page, 'Müller, Hans-Peter');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('dose-form')).toBeVisible();
  await scanByWedge(page, box);
  await expect(page.getByTestId('vial-of-dose')).toContainText(
    'Flasche 1 dieser Charge wird mit dieser Dosis geöffnet',
  );
  await page.getByTestId('dose-form').getByLabel('Charge').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('review')).toContainText('EX1234');
  await readReview(page);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('done')).toContainText('1. Dosis gespeichert');

  await openFromToday(page, 'Müller, Anna');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('vial-of-dose')).toContainText(
    'Flasche 1 von Charge EX1234, 5 Dosen übrig, noch',
  );
  await page.screenshot({ path: 'test-results/stock-dose.png' });
  await page.keyboard.press('Escape');

  await page.getByTestId('area-stock').click();
  await expect(page.getByTestId('open-vials')).toContainText('5 von 6 Dosen');
  await expect(page.getByTestId('evening')).toBeVisible();
  await page.screenshot({ path: 'test-results/stock.png' });
  expect(await serious(page)).toEqual([]);
  await page.getByTestId('step-block').click();
  await page.getByLabel('Grund').fill('Rückruf');
  await page.getByTestId('confirm-block').click();
  await expect(page.getByTestId('lot-blocked')).toContainText('Rückruf');

  await page.getByTestId('area-desk').click();
  await openFromToday(page, 'Müller, Anna');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('vial-objection')).toHaveAttribute('data-reason', 'lot-blocked');
  await page.keyboard.press('Escape');

  await page.getByTestId('area-stock').click();
  await page.getByTestId('step-release').click();
  await page.getByLabel('Warum darf sie wieder gegeben werden?').fill('Andere Packung');
  await approve(page);
  await page.getByTestId('confirm-release').click();
  await expect(page.getByTestId('lot-blocked')).toBeHidden({ timeout: PIN_MS });
  await page.getByTestId('stock-tab-trace').click();
  await page.getByTestId('trace-lot').fill('ex1234');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('traced')).toContainText('Müller, Hans-Peter');
  expect(station.complaints).toEqual([]);
});

test('a fridge that was too warm, a count that differs, an extended expiry and waste are all in the history of the lot', async () => {
  station = await openStationWindow();
  const { page } = station;
  await page.getByTestId('area-stock').click();
  await page.getByTestId('stock-tab-fridges').click();
  await page.getByTestId('fridge-name').fill('Kühlschrank 1');
  await page.getByRole('button', { name: 'Kühlschrank eintragen' }).click();
  const fridge = page.getByTestId('fridge');
  await expect(fridge).toContainText('Kühlschrank 1');
  await page.getByTestId('temperature').fill('11,5');
  await fridge.getByRole('textbox', { name: 'Was wurde unternommen?' }).fill('Tür war offen, geschlossen');
  await fridge.getByRole('button', { name: 'Temperatur speichern' }).click();
  await expect(fridge).toContainText('11,5 °C');
  await page.screenshot({ path: 'test-results/stock-fridge.png' });
  expect(await serious(page)).toEqual([]);

  await page.getByTestId('stock-tab-vialData').click();
  const row = page.getByTestId('vial-data').locator('[data-product="comirnaty"]');
  await expect(row).toContainText('noch nicht bestätigt');
  await row.getByTestId('confirm-vial-data').click();
  await page.getByTestId('vial-hours').fill('12');
  await page.getByTestId('vial-source').fill('Fachinformation, Stand 11/2026');
  await page.screenshot({ path: 'test-results/vial-data-dialog.png' });
  expect(await serious(page)).toEqual([]);
  await page.getByTestId('confirm-vial-data-step').click();
  await expect(row).toContainText('Ärztlich bestätigt am', { timeout: PIN_MS });
  await expect(row).toContainText('Fachinformation, Stand 11/2026');
  await page.screenshot({ path: 'test-results/vial-data.png' });
  expect(await serious(page)).toEqual([]);

  await page.getByTestId('stock-tab-receive').click();
  await scanByWedge(page, box);
  await page.getByTestId('receive-product').selectOption('Comirnaty');
  await expect(page.getByText('ärztlich bestätigt am')).toBeVisible();
  await page.getByTestId('receive-vials').fill('5');
  await page.getByTestId('receive-source').fill('Apotheke');
  await page.screenshot({ path: 'test-results/stock-receive.png' });
  await page.getByTestId('receive').click();
  await expect(page.getByText('5 Flaschen von Charge EX1234 sind eingegangen.')).toBeVisible();

  await page.getByTestId('stock-tab-count').click();
  await page.getByTestId('counted').fill('4');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('count')).toContainText('Abweichung: 5 erwartet, 4 gezählt.');
  await page.screenshot({ path: 'test-results/stock-count.png' });
  expect(await serious(page)).toEqual([]);

  await page.getByTestId('stock-tab-lots').click();
  await page.getByTestId('step-extend').click();
  await page.getByLabel('Neu verwendbar bis').fill('28.02.2031');
  await page.getByRole('textbox', { name: 'Wer sagt das?' }).fill('Schreiben des Herstellers vom 1.11.');
  await page.screenshot({ path: 'test-results/stock-extend.png' });
  await page.getByTestId('confirm-extend').click();
  await expect(page.getByTestId('lots')).toContainText('28.02.2031');
  await page.getByTestId('step-open').click();
  await page.getByTestId('confirm-open').click();
  await expect(page.getByTestId('open-vials')).toContainText('6 von 6 Dosen');
  await expect(page.getByTestId('open-vials')).toContainText('noch 12:00 h');
  await page.getByTestId('step-discard-closed').click();
  await page.getByTestId('waste-reason').selectOption('Kühlkette unterbrochen');
  await page.screenshot({ path: 'test-results/stock-discard.png' });
  await page.getByTestId('confirm-discard').click();
  await expect(page.getByTestId('lots')).toContainText('2 Flaschen');
  await page.screenshot({ path: 'test-results/stock-lots.png' });
  await page.getByTestId('stock-tab-history').click();
  await expect(page.getByTestId('differences')).toContainText('EX1234');
  await page.screenshot({ path: 'test-results/stock-history.png' });
  expect(await serious(page)).toEqual([]);
  expect(station.complaints).toEqual([]);
});

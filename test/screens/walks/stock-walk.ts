import { expect } from '@playwright/test';
import { scanByWedge } from '../../e2e/rig/wedge.ts';
import { closeDialog, opens, press, type State, type Walk } from './walk.ts';

/** Comirnaty's box: GTIN, usable until the end of December 2030 (day 00), lot. */
const box = '010415012345678217301200' + '10EX1234';

const states: readonly State[] = [
  { name: 'stock-empty', reach: opens('stock') },
  {
    name: 'stock-receive',
    isEverywhere: true,
    async reach(page) {
      await page.getByTestId('stock-tab-receive').click();
      await scanByWedge(page, box);
      await expect(page.getByTestId('receive-lot')).toHaveValue('EX1234');
      await page.getByTestId('receive-product').selectOption('Comirnaty');
      await page.getByTestId('receive-vials').fill('5');
    },
  },
  {
    name: 'stock-receive-expired',
    async reach(page) {
      await page.getByTestId('receive-expires').fill('01.02.2024');
      await page.getByTestId('receive-source').fill('Apotheke, Lieferschein 17');
      await page.getByTestId('receive').click();
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'stock-received',
    async reach(page) {
      await page.getByTestId('receive-expires').fill('31.12.2030');
      await page.getByTestId('receive').click();
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'stock-fridges-empty',
    async reach(page) {
      await page.getByTestId('stock-tab-fridges').click();
    },
  },
  {
    name: 'stock-fridge',
    async reach(page) {
      await page.getByTestId('fridge-name').fill('Kühlschrank 1');
      await press(page, 'Kühlschrank eintragen', 'Enter a fridge');
      await page.getByTestId('temperature').fill('11,5');
      await page.getByTestId('fridge').locator('input').last().fill('Tür war offen, geschlossen');
      await page.getByTestId('fridge').locator('button[type="submit"]').first().click();
      await expect(page.getByTestId('fridge')).toContainText(/11[,.]5/);
    },
  },
  { name: 'stock-vial-data', reach: (page) => page.getByTestId('stock-tab-vialData').click() },
  {
    name: 'stock-vial-data-confirm',
    async reach(page) {
      await page.getByTestId('confirm-vial-data').first().click();
      await page.getByTestId('vial-hours').waitFor();
    },
  },
  {
    name: 'stock-count',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('stock-tab-count').click();
      await page.getByTestId('counted').fill('4');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'stock-extend',
    async reach(page) {
      await page.getByTestId('stock-tab-lots').click();
      await page.getByTestId('step-extend').click();
      await page.getByTestId('confirm-extend').waitFor();
    },
  },
  {
    name: 'stock',
    isEverywhere: true,
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('step-open').click();
      await page.getByTestId('confirm-open').click();
      await expect(page.getByTestId('open-vials')).toContainText('6');
    },
  },
  {
    name: 'stock-discard',
    async reach(page) {
      await page.getByTestId('step-discard-closed').click();
      await page.getByTestId('waste-reason').waitFor();
    },
  },
  {
    name: 'stock-block',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('step-block').click();
      await page.getByTestId('confirm-block').waitFor();
    },
  },
  {
    name: 'stock-blocked',
    async reach(page) {
      await page.getByRole('dialog').locator('input, textarea').last().fill('Rückruf');
      await page.getByTestId('confirm-block').click();
      await page.getByTestId('lot-blocked').waitFor();
    },
  },
  {
    name: 'stock-release',
    async reach(page) {
      await page.getByTestId('step-release').click();
      await page.getByTestId('confirm-release').waitFor();
    },
  },
  {
    name: 'stock-trace',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('stock-tab-trace').click();
      await page.getByTestId('trace-lot').fill('TRIAL-01');
      await page.keyboard.press('Enter');
      await page.getByTestId('traced').waitFor();
    },
  },
  { name: 'stock-history', reach: (page) => page.getByTestId('stock-tab-history').click() },
];

/** Vials from the receipt to the count. */
export const stockWalk: Walk = { name: 'stock', states };

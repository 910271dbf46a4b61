import { expect } from '@playwright/test';
import { siteLead } from '../../e2e/rig/sign-in.ts';
import { scanByWedge } from '../../e2e/rig/wedge.ts';
import { closeDialog, openPerson, press, review, type State, type Walk } from './walk.ts';

const signedOut: readonly State[] = [
  { name: 'sign-in', isEverywhere: true, reach: (page) => page.getByTestId('sign-in').waitFor() },
  {
    name: 'sign-in-refused',
    async reach(page) {
      await page.getByTestId('sign-in').getByRole('button', { name: siteLead.name }).click();
      await page.getByTestId('pin').fill('1357');
      await page.keyboard.press('Enter');
      await expect(page.locator('.pin-entry-message')).not.toBeEmpty();
      await page.waitForTimeout(1000);
    },
  },
];

const looking: readonly State[] = [
  { name: 'desk-idle', isEverywhere: true, reach: (page) => page.getByTestId('today').waitFor() },
  {
    name: 'desk-refused-code',
    async reach(page) {
      await scanByWedge(page, 'https://example.invalid/x');
      await expect(page.getByTestId('decision')).toBeVisible();
    },
  },
  {
    name: 'desk-hits',
    isEverywhere: true,
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('scan-field').fill('mül');
      await expect(page.getByTestId('suggestions')).toBeVisible();
    },
  },
  {
    name: 'desk-similar',
    async reach(page) {
      await page.getByTestId('scan-field').fill('wisnewsky');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('candidates')).toBeVisible();
    },
  },
  {
    name: 'desk-nobody',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('scan-field').fill('Niemandsland, Xaver 3.4.1971');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('register-typed')).toBeVisible();
    },
  },
];

const dose: readonly State[] = [
  {
    name: 'desk-person',
    isEverywhere: true,
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('scan-field').fill('');
      await openPerson(page, 'Müller', 'Hans-Peter');
    },
  },
  {
    name: 'desk-pass',
    async reach(page) {
      await page.getByTestId('pass-chip').click();
      await expect(page.getByTestId('pass-card')).toBeVisible();
    },
  },
  {
    name: 'desk-checked-in',
    isEverywhere: true,
    async reach(page) {
      await page.getByTestId('pass-chip').click();
      await page.keyboard.press('F8');
      await expect(page.getByTestId('done')).toBeVisible();
    },
  },
  {
    name: 'desk-dose',
    isEverywhere: true,
    async reach(page) {
      await page.keyboard.press('F8');
      await expect(page.getByTestId('dose-form')).toBeVisible();
    },
  },
  {
    name: 'desk-dose-faults',
    async reach(page) {
      const fields = page.getByTestId('dose-form').locator('input');
      await fields.nth(0).fill('§§§');
      await fields.nth(1).fill('31.02.2026');
      await fields.nth(1).press('Tab');
    },
  },
  {
    name: 'desk-dose-expired',
    async reach(page) {
      const fields = page.getByTestId('dose-form').locator('input');
      await fields.nth(0).fill('LOT-4711');
      await fields.nth(1).fill('01.02.2024');
      await fields.nth(1).press('Tab');
      await expect(page.getByTestId('expired')).toBeVisible();
    },
  },
  {
    name: 'desk-grave-review',
    isEverywhere: true,
    async reach(page) {
      await review(page, 'LOT-4711');
    },
  },
  {
    name: 'desk-dose-review',
    isEverywhere: true,
    async reach(page) {
      await closeDialog(page);
      const expires = page.getByTestId('dose-form').locator('input').nth(1);
      await expires.fill('');
      await expires.press('Tab');
      await review(page, 'LOT-4711');
    },
  },
  {
    name: 'desk-dose-recorded',
    isEverywhere: true,
    async reach(page) {
      await page.getByTestId('confirm-dose').click();
      await expect(page.getByTestId('done')).toBeVisible();
    },
  },
  {
    name: 'hand-over',
    isEverywhere: true,
    async reach(page) {
      await page.keyboard.press('F5');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'desk-void-dose',
    async reach(page) {
      await closeDialog(page);
      await press(page, 'Stornieren', 'Void');
      await page.getByTestId('confirm-void').waitFor();
    },
  },
  {
    name: 'desk-correct-dose',
    async reach(page) {
      await closeDialog(page);
      await press(page, 'Berichtigen …', 'Correct …');
      await page.getByTestId('confirm-correction').waitFor();
    },
  },
  {
    name: 'desk-dose-already-today',
    async reach(page) {
      await closeDialog(page);
      await page.keyboard.press('Escape');
      await openPerson(page, 'Müller', 'Hans-Peter');
      await expect(page.getByTestId('further-dose')).toBeVisible();
    },
  },
];

const dates: readonly State[] = [
  {
    name: 'dates',
    async reach(page) {
      await page.keyboard.press('Escape');
      await openPerson(page, 'Müller', 'Anna');
      await page.keyboard.press('F7');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'dates-cancel',
    async reach(page) {
      await page
        .getByTestId('appointment-panel')
        .getByRole('button', { name: /absagen|cancel/i })
        .last()
        .click();
      await page.getByTestId('confirm-cancel').waitFor();
    },
  },
  {
    name: 'dates-book',
    isEverywhere: true,
    async reach(page) {
      await page.getByRole('dialog').getByRole('radio').first().check();
      await page.getByTestId('confirm-cancel').click();
      await expect(page.getByTestId('confirm-cancel')).toBeHidden();
      await page.getByTestId('book').first().click();
      await page.getByTestId('booking').waitFor();
    },
  },
  {
    name: 'leave-question',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByTestId('area-people').click();
      await page.getByTestId('register-new').click();
      await page.getByTestId('register-form').locator('input').first().fill('Xaver');
      await page.getByTestId('area-board').click();
      await page.getByTestId('unsaved').waitFor();
    },
  },
];

const frame: readonly State[] = [
  {
    name: 'person-menu',
    isEverywhere: true,
    async reach(page) {
      await page.getByTestId('leave-unsaved').click();
      await page.getByTestId('area-desk').click();
      await page.getByTestId('person-menu').click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'keys',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'scanner-setup',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('person-menu').click();
      await page
        .getByRole('menu')
        .getByText(/^(Scanner einrichten|Set up scanner)/)
        .click();
      await page.getByTestId('trust-list').waitFor();
    },
  },
  {
    name: 'own-pin',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('person-menu').click();
      await page.getByRole('menu').getByText(/PIN/).click();
      await page.getByTestId('present-pin').waitFor();
    },
  },
  {
    name: 'gallery',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('person-menu').click();
      await page.getByRole('menu').getByRole('menuitem').nth(3).click();
      await page.getByTestId('parts-gallery').waitFor();
    },
  },
];

/** The whole job of the desk with one person, dates, and what belongs to every window. */
export const deskWalk: Walk = {
  name: 'desk',
  signedOut,
  states: [...looking, ...dose, ...dates, ...frame],
};

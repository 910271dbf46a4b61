import { expect, type Page } from '@playwright/test';
import { centreWithSecondRecord } from '../../e2e/rig/second-record-centre.ts';
import {
  closeDialog,
  openPerson,
  opens,
  press,
  review,
  type State,
  tab,
  toTheDose,
  type Walk,
} from './walk.ts';

const secondRecord: readonly State[] = [
  {
    name: 'desk-second-record',
    isEverywhere: true,
    reach: (page) => openPerson(page, 'Müller', 'Hans-Peter'),
  },
  {
    name: 'desk-second-record-dose',
    async reach(page) {
      await page.getByTestId('next-action').click();
      await expect(page.getByTestId('done').or(page.getByTestId('dose-form'))).toBeVisible();
      if (await page.getByTestId('done').isVisible()) await page.keyboard.press('F8');
      await expect(page.getByTestId('dose-form')).toBeVisible();
    },
  },
  {
    name: 'desk-second-record-review',
    isEverywhere: true,
    reach: (page) => review(page, 'LOT-4711'),
  },
  {
    name: 'desk-second-person-refused',
    async reach(page) {
      const dialog = page.getByRole('dialog');
      await dialog.locator('textarea').fill('Beide Akten verglichen');
      await dialog.locator('select').selectOption({ label: 'Ines Castell' });
      await page.getByTestId('second-pin').fill('1357');
      await page.getByTestId('confirm-grave-dose').click();
      await expect(dialog.locator('.second-sign-in-refused')).toBeVisible({ timeout: 20_000 });
    },
  },
  {
    name: 'record-compare',
    async reach(page) {
      await closeDialog(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await openPerson(page, 'Müller', 'Hans-Peter');
      await page.getByTestId('compare-records').click();
      await page.getByTestId('side-by-side').waitFor();
    },
  },
];

const stepsOfDose: readonly State[] = [
  {
    name: 'staff-before-dose',
    async reach(page) {
      await closeDialog(page);
      await opens('staff')(page);
      await tab(2)(page);
      await page.getByTestId('identity-switch').click();
      await page.getByTestId('screening-switch').first().click();
      await page.getByTestId('consent-kind-signature').check();
      await page.getByTestId('consent-kind-paper').check();
      await page.getByTestId('consent-kinds-save').click();
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'desk-identity',
    isEverywhere: true,
    async reach(page) {
      await opens('desk')(page);
      await page.keyboard.press('Escape');
      await toTheDose(page, 'Wiśniewski', 'Łukasz');
      await expect(page.getByTestId('identity-id-card')).toBeFocused();
    },
  },
  {
    name: 'desk-screening',
    isEverywhere: true,
    async reach(page) {
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('screening')).toBeVisible();
    },
  },
  {
    name: 'desk-consent',
    isEverywhere: true,
    async reach(page) {
      await page.keyboard.press('F8');
      await expect(page.getByTestId('screening-save')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('consent')).toBeVisible();
    },
  },
  {
    name: 'desk-consent-signature',
    async reach(page) {
      await page.getByTestId('consent-signature').check();
      await sign(page);
    },
  },
  {
    name: 'desk-consent-paper',
    async reach(page) {
      await page.getByTestId('consent-paper').check();
    },
  },
  {
    name: 'desk-dose-after-steps',
    isEverywhere: true,
    async reach(page) {
      await page.getByTestId('consent-signature').check();
      await sign(page);
      await page.getByTestId('consent-save').click();
      await expect(page.getByTestId('consent-standing')).toBeVisible();
      await expect(page.getByTestId('dose-form')).toBeVisible();
    },
  },
  {
    name: 'desk-consent-withdraw',
    async reach(page) {
      await press(page, 'Widerrufen', 'Withdraw');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'desk-screening-english',
    async reach(page) {
      await closeDialog(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await toTheDose(page, 'Sample', 'John');
      await expect(page.getByTestId('identity-id-card')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('screening')).toBeVisible();
    },
  },
  {
    name: 'desk-screening-stop',
    isEverywhere: true,
    async reach(page) {
      await page
        .getByTestId('screening')
        .getByLabel(/^(Ja|Yes)$/)
        .first()
        .check();
      await page.keyboard.press('F8');
      await expect(page.getByTestId('screening-save')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('screening')).toHaveAttribute('data-hold', /screening-(stop|doctor)/);
    },
  },
];

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

/** What may stand before a dose: a second record of the same person, identity, questions, consent. */
export const stepsWalk: Walk = {
  name: 'steps',
  centre: async () => ({ dir: await centreWithSecondRecord() }),
  states: [...secondRecord, ...stepsOfDose],
};

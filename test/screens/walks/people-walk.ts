import { expect } from '@playwright/test';
import { closeDialog, opens, review, type State, toTheDose, type Walk } from './walk.ts';

const board: readonly State[] = [
  { name: 'board', isEverywhere: true, reach: opens('board') },
  {
    name: 'board-observed',
    async reach(page) {
      await opens('desk')(page);
      await toTheDose(page, 'Müller', 'Anna');
      await review(page, 'LOT-1');
      await page.getByTestId('confirm-dose').click();
      await expect(page.getByTestId('done')).toBeVisible();
      await opens('board')(page);
      await page.getByTestId('board-filter-observed').click();
      await expect(page.getByTestId('observed-until').first()).toBeVisible();
    },
  },
  {
    name: 'board-release-early',
    async reach(page) {
      await page
        .getByTestId('board-list')
        .locator('li', { hasText: 'Müller, Anna' })
        .getByRole('button', { name: /^(Früher|Release early)/ })
        .click();
      await page.getByTestId('confirm-release').waitFor();
    },
  },
  {
    name: 'reaction-form',
    async reach(page) {
      await closeDialog(page);
      await page
        .getByTestId('board-list')
        .locator('li', { hasText: 'Müller, Anna' })
        .getByRole('button', { name: /^(Reaktion|Reaction)/ })
        .click();
      await page.getByTestId('record-reaction').click();
      await page.getByRole('dialog').getByRole('checkbox').last().waitFor();
      for (const box of await page.getByRole('dialog').getByRole('checkbox').all())
        if (!(await box.isChecked())) await box.check();
    },
  },
  {
    name: 'wall',
    isEverywhere: true,
    async reach(page, station) {
      while ((await page.getByRole('dialog').count()) > 0) {
        // What was ticked is asked about before it goes.
        const discard = page.getByTestId('leave-unsaved');
        if ((await discard.count()) > 0) await discard.click();
        else await page.keyboard.press('Escape');
        await page.waitForTimeout(200);
      }
      const opened = station.app.waitForEvent('window');
      await page.getByTestId('wall-open').click();
      await (await opened).getByTestId('wall').waitFor();
    },
    shown: ({ app, page }) => app.windows().find((each) => each !== page) ?? page,
  },
];

const people: readonly State[] = [
  {
    name: 'people-search',
    async reach(page, { app }) {
      await app
        .windows()
        .at(-1)
        ?.keyboard.press('Escape')
        .catch(() => {}); // the wall may be gone before
      await opens('people')(page);
      await page.getByTestId('people-search').fill('mül');
      await page.locator('.people-hit').first().waitFor();
    },
  },
  {
    name: 'people-nobody',
    async reach(page) {
      await page.getByTestId('people-search').fill('Xylophonist 31.02.1990');
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'record',
    isEverywhere: true,
    async reach(page) {
      await page.getByTestId('people-search').fill('Mustermann');
      await page.locator('.people-hit').first().click();
      await page.getByTestId('record').waitFor();
    },
  },
  {
    name: 'record-correct-refused',
    async reach(page) {
      await page.getByTestId('correct').click();
      const form = page.getByTestId('correct-form');
      await form.locator('input[type="email"], input[inputmode="email"], input').nth(1).waitFor();
      await form.getByLabel(/^E-?mail/i).fill('keine Adresse');
      await page.getByTestId('save-correction').click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'record-restrict',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('restrict').click();
      await page.getByTestId('restrict-why').waitFor();
    },
  },
  {
    name: 'record-erase',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('erase').click();
      await page.getByTestId('confirm-erase').waitFor();
    },
  },
  {
    name: 'record-link',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('link').click();
      await page.getByTestId('link-search').fill('Meyer');
      await page.getByRole('dialog').locator('.people-hit').first().waitFor();
    },
  },
  {
    name: 'record-paper-dose',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('enter-paper-dose').click();
      await page.getByTestId('paper-dose').locator('input').nth(1).fill('irgendwann');
    },
  },
  {
    name: 'record-bottom',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('erase').scrollIntoViewIfNeeded();
      await page.locator('.page').evaluate((element) => element.scrollTo(0, element.scrollHeight));
    },
  },
  {
    name: 'register',
    async reach(page) {
      await page.locator('.page-back').click();
      await page.getByTestId('register-new').click();
      const fields = page.getByTestId('register-form').locator('input');
      await fields.nth(0).fill('Musterman');
      await fields.nth(1).fill('Erika');
      await fields.nth(2).fill('12.8.1964');
      await expect(page.getByTestId('duplicates')).toContainText('Mustermann');
    },
  },
  {
    name: 'register-refused',
    async reach(page) {
      const fields = page.getByTestId('register-form').locator('input');
      await fields.nth(2).fill('31.02.1964');
      await page.getByTestId('register').click();
      await page.waitForTimeout(300);
    },
  },
];

/** Who is in the house, and records with what may be done about them. */
export const peopleWalk: Walk = { name: 'people', states: [...board, ...people] };

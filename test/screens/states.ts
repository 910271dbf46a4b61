import { expect, type Page } from '@playwright/test';
import { openFromToday } from '../e2e/rig/desk.ts';
import { scanByWedge } from '../e2e/rig/wedge.ts';

/** What a picture is taken of: its name in the file, and the way there from the state before it. */
export interface State {
  readonly name: string;
  reach(page: Page): Promise<void>;
}

const opens = (area: string) => async (page: Page) => {
  await page.getByTestId(`area-${area}`).click();
  await expect(page.getByTestId(`area-${area}`)).toHaveAttribute('aria-current', 'page');
};

const tab = (index: number) => (page: Page) => page.locator('main [role="tab"]').nth(index).click();

/** Each state of the window of somebody who is signed in, in the order in which one leads to the next. */
export const states: readonly State[] = [
  { name: 'desk-idle', reach: async (page) => page.getByTestId('today').waitFor() },
  {
    name: 'desk-refused-code',
    reach: async (page) => {
      await scanByWedge(page, 'https://example.invalid/x');
      await expect(page.getByTestId('decision')).toBeVisible();
    },
  },
  {
    name: 'desk-hits',
    reach: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByTestId('scan-field').fill('mül');
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'desk-person',
    reach: async (page) => {
      await page.getByTestId('scan-field').fill('');
      await openFromToday(page, 'Müller, Hans-Peter');
    },
  },
  {
    name: 'desk-checked-in',
    reach: async (page) => {
      await page.keyboard.press('F8');
      await expect(page.getByTestId('done')).toBeVisible();
    },
  },
  {
    name: 'desk-dose',
    reach: async (page) => {
      await page.keyboard.press('F8');
      await expect(page.getByTestId('dose-form')).toBeVisible();
    },
  },
  {
    name: 'desk-dose-review',
    reach: async (page) => {
      await page.getByTestId('dose-form').locator('input').first().fill('LOT-4711');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('review')).toBeVisible();
    },
  },
  {
    name: 'desk-dose-recorded',
    reach: async (page) => {
      await page.getByTestId('confirm-dose').click();
      await expect(page.getByTestId('done')).toBeVisible();
    },
  },
  {
    name: 'hand-over',
    reach: async (page) => {
      await page.keyboard.press('F5');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'board',
    reach: async (page) => {
      await page.keyboard.press('Escape');
      await opens('board')(page);
    },
  },
  {
    name: 'people-search',
    reach: async (page) => {
      await opens('people')(page);
      await page.getByTestId('people-search').fill('mül');
      await page.locator('.people-hit').first().waitFor();
    },
  },
  {
    name: 'record',
    reach: async (page) => {
      await page.locator('.people-hit').first().click();
      await page.getByTestId('record').waitFor();
    },
  },
  {
    name: 'register',
    reach: async (page) => {
      await page.locator('.page-back').click();
      await page.getByTestId('register-new').click();
      await page.getByTestId('register-form').waitFor();
    },
  },
  { name: 'appointments-calendar', reach: opens('appointments') },
  { name: 'appointments-standby', reach: tab(1) },
  { name: 'appointments-setup', reach: tab(2) },
  { name: 'outbox', reach: opens('outbox') },
  { name: 'lists', reach: opens('import') },
  { name: 'templates', reach: opens('templates') },
  { name: 'wallets', reach: opens('wallets') },
  { name: 'delivery', reach: opens('delivery-settings') },
  { name: 'headquarters', reach: opens('headquarters') },
  { name: 'staff', reach: opens('staff') },
  { name: 'staff-views', reach: tab(1) },
  { name: 'staff-lock', reach: tab(2) },
  {
    name: 'person-menu',
    reach: async (page) => {
      await opens('desk')(page);
      await page.getByTestId('person-menu').click();
    },
  },
];

import { expect, type Page } from '@playwright/test';
import type { TrialNetwork } from '../../e2e/rig/trial-network.ts';

/** What a picture is taken of, outside of the station: pages that a browser opens. */
export interface PageState {
  readonly name: string;
  reach(page: Page, network: TrialNetwork): Promise<unknown>;
}

const password = 'ein langes Passwort';
const origin = (network: TrialNetwork) => new URL(network.booking).origin;
const firstForm = (page: Page, action: string) => page.locator(`form[action$="${action}"]`).first();

async function fill(page: Page, entries: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(entries)) await page.locator(`[name="${name}"]`).fill(text);
}

/** What a citizen sees, from the first page to the cancelled date. */
export const citizenStates: readonly PageState[] = [
  { name: 'citizen-start', reach: (page, network) => page.goto(origin(network)) },
  { name: 'citizen-centres', reach: (page, network) => page.goto(`${origin(network)}/book`) },
  { name: 'citizen-date', reach: (page, network) => page.goto(network.booking) },
  {
    name: 'citizen-second-date',
    async reach(page) {
      await page.locator('ul.times a').first().click();
      await page.waitForURL((url) => url.searchParams.getAll('slot').length === 1);
    },
  },
  {
    name: 'citizen-details',
    async reach(page) {
      await page.locator('ul.times a').first().click();
      await page.waitForURL((url) => url.searchParams.getAll('slot').length === 2);
    },
  },
  {
    name: 'citizen-details-faults',
    async reach(page) {
      await fill(page, { givenName: 'Erika', birthDate: '31.02.1964', email: 'erika', postcode: '1' });
      await page.locator('button[type="submit"]').click();
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: 'citizen-pass',
    async reach(page) {
      await fill(page, { familyName: 'Wagner', birthDate: '12.8.1964', email: '', postcode: '' });
      await page.locator('[name="consent"]').check();
      await page.locator('button[type="submit"]').click();
      await expect(page).toHaveURL(/\/my\//);
    },
  },
  {
    name: 'citizen-dates',
    async reach(page) {
      await page.locator('a[href$="/dates"], a[href*="/dates?"]').first().click();
      await expect(page).toHaveURL(/\/dates/);
    },
  },
  {
    name: 'citizen-move',
    async reach(page) {
      await page.locator('li a').first().click();
      await page.locator('#choose').waitFor();
    },
  },
  {
    name: 'citizen-cancel',
    reach: (page) => page.locator('a[href*="/cancel"]').first().click(),
  },
  {
    name: 'citizen-cancelled',
    async reach(page) {
      await page.locator('button[type="submit"]').click();
      await page.locator('.notice').waitFor();
    },
  },
  { name: 'citizen-gone', reach: (page, network) => page.goto(`${origin(network)}/my/probe/nothing`) },
  { name: 'citizen-no-page', reach: (page, network) => page.goto(`${origin(network)}/nothing`) },
];

const question = (page: Page) => page.locator('h1.question');
const offerOfQuestions = (page: Page) => page.locator('li a[href*="/questions"]');

async function book(page: Page, network: TrialNetwork): Promise<void> {
  await page.goto(network.booking);
  for (const chosen of [1, 2]) {
    await page.locator('ul.times a').first().click();
    await page.waitForURL((url) => url.searchParams.getAll('slot').length === chosen);
  }
  await fill(page, { givenName: 'Erika', familyName: 'Fuchs', birthDate: '12.8.1964' });
  await page.locator('[name="consent"]').check();
  await page.locator('button[type="submit"]').click();
  await expect(page).toHaveURL(/\/my\//);
}

/** What a citizen sees of a centre that asks before each dose: one of its stations switched the questions on. */
export const questionStates: readonly PageState[] = [
  {
    name: 'citizen-dates-asked',
    async reach(page, network) {
      await book(page, network);
      await page.locator('a[href$="/dates"], a[href*="/dates?"]').first().click();
      await expect(async () => {
        await page.reload();
        await expect(offerOfQuestions(page)).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 60_000 });
    },
  },
  {
    name: 'citizen-question',
    async reach(page) {
      await offerOfQuestions(page).click();
      await question(page).waitFor();
    },
  },
  {
    name: 'citizen-answers',
    async reach(page) {
      await page.locator('button[value="yes"]').click();
      while (await question(page).isVisible()) await page.locator('button[value="no"]').click();
      await page.locator('ol.answers').waitFor();
    },
  },
  {
    name: 'citizen-answers-stop',
    async reach(page) {
      await page.locator('button[name="send"]').click();
      await page.locator('.notice').waitFor();
    },
  },
];

/** What an operator of headquarters sees, from the first account on. */
export const consoleStates: readonly PageState[] = [
  {
    name: 'console-first',
    async reach(page, network) {
      await page.goto(network.phone);
      const link = await page.locator('.links a').nth(1).getAttribute('href');
      await page.goto(String(link));
    },
  },
  {
    name: 'console-first-refused',
    async reach(page) {
      await fill(page, { name: 'Betrieb', password: 'kurz' });
      await page.locator('button[type="submit"]').click();
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: 'console-centres',
    async reach(page) {
      await fill(page, { password });
      await page.locator('button[type="submit"]').click();
      await page.locator('form[action="/console/centres"]').waitFor();
    },
  },
  {
    name: 'console-centre-refused',
    async reach(page) {
      await fill(page, { id: 'probe', name: 'Impfzentrum Nord' });
      await firstForm(page, '/console/centres').locator('button').click();
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: 'console-centre',
    async reach(page, network) {
      await page.goto(`${origin(network)}/console/centres/probe`);
    },
  },
  {
    name: 'console-slots-refused',
    async reach(page) {
      await fill(page, { day: 'gestern', from: '12:00', to: '09:00' });
      await firstForm(page, '/slots').locator('button').click();
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: 'console-code',
    async reach(page, network) {
      await page.goto(`${origin(network)}/console/centres/probe`);
      await firstForm(page, '/codes').locator('button').click();
      await page.locator('.number').first().waitFor();
    },
  },
  {
    name: 'console-secret',
    async reach(page) {
      await firstForm(page, '/clients').locator('input[name="name"]').fill('Praxissoftware');
      await firstForm(page, '/clients').locator('button').click();
      await page.locator('.number').first().waitFor();
    },
  },
  {
    name: 'console-danger',
    async reach(page) {
      await page.locator('a.danger').first().click();
      await page.locator('button.danger').waitFor();
    },
  },
  {
    name: 'console-messages',
    async reach(page, network) {
      await page.goto(`${origin(network)}/console/centres/probe/messages`);
    },
  },
  {
    name: 'console-message-preview',
    async reach(page) {
      await fill(page, { de: 'Bitte tragen Sie eine FFP2-Maske.', en: 'Please wear an FFP2 mask.' });
      await firstForm(page, '/preview').locator('button').click();
      await page.locator('blockquote').first().waitFor();
    },
  },
  {
    name: 'console-sign-in-refused',
    async reach(page, network) {
      await page.goto(`${origin(network)}/console/sign-in`);
      await fill(page, { name: 'Betrieb', password: 'nicht das richtige' });
      await page.locator('button[type="submit"]').click();
      await page.locator('.notice').waitFor();
    },
  },
];

/** What belongs to a trial alone. */
export const trialStates: readonly PageState[] = [
  {
    name: 'trial-phone',
    async reach(page, network) {
      await page.goto(network.phone);
      await page.locator('.card').first().waitFor({ timeout: 30_000 });
    },
  },
  { name: 'trial-system', reach: (page, network) => page.goto(network.system) },
];

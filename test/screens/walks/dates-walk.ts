import { closeDialog, leaveTo, opens, type State, tab, type Walk } from './walk.ts';

const days: readonly State[] = [
  {
    name: 'appointments-calendar',
    isEverywhere: true,
    async reach(page) {
      await leaveTo('appointments')(page);
    },
  },
  {
    name: 'appointments-day',
    async reach(page) {
      const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
      await page.locator(`[data-day="${day}"]`).click();
      await page.getByTestId('close-day').waitFor();
    },
  },
  {
    name: 'appointments-close',
    async reach(page) {
      await page.getByTestId('close-day').click();
      await page.getByTestId('close-preview').waitFor();
    },
  },
  {
    name: 'appointments-open',
    async reach(page) {
      await closeDialog(page);
      await page.getByTestId('open-days').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'appointments-standby',
    async reach(page) {
      await closeDialog(page);
      await tab(1)(page);
    },
  },
  { name: 'appointments-setup', reach: tab(2) },
  {
    name: 'appointments-template',
    async reach(page) {
      await page.getByTestId('new-template').click();
      await page.getByTestId('template-editor').waitFor();
    },
  },
];

const schedules: readonly State[] = [
  {
    name: 'schedules',
    async reach(page) {
      await closeDialog(page);
      await opens('schedules')(page);
    },
  },
  {
    name: 'schedule',
    isEverywhere: true,
    async reach(page) {
      await page.getByTestId('schedules').getByRole('button', { name: 'COVID-19', exact: true }).click();
      await page.getByTestId('schedule').waitFor();
    },
  },
  {
    name: 'schedule-tried',
    async reach(page) {
      await page.getByTestId('try-born').fill('1.5.1980');
      for (const [place, on] of ['1.9.2021', '5.9.2021'].entries()) {
        await page.getByTestId('try-add').click();
        await page.getByTestId(`try-date-${place + 1}`).fill(on);
      }
      await page.getByTestId('try-evaluate').click();
      await page.getByTestId('try-result').waitFor();
      await page.getByTestId('try-result').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'schedule-refused',
    async reach(page) {
      await page.getByTestId('try-date-2').fill('');
      await page.getByTestId('try-evaluate').click();
      await page.getByTestId('try-fault').waitFor();
      await page.getByTestId('try-fault').scrollIntoViewIfNeeded();
    },
  },
];

/** Days, dates and schedules. */
export const datesWalk: Walk = { name: 'dates', states: [...days, ...schedules] };

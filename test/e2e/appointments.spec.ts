import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openFromToday } from './rig/desk.ts';
import { signIn } from './rig/sign-in.ts';
import { openStationInBrowser, type StationInBrowser } from './rig/station-in-browser.ts';

let station: StationInBrowser;

test.beforeAll(async () => {
  station = await openStationInBrowser();
});
test.afterAll(() => station.close());

/** A second window on the same service, as another desk has it. */
async function secondWindow(): Promise<Page> {
  const page = await (await station.browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(station.address);
  await page.locator('[data-testid="service-state"][data-kind="up"]').waitFor({ timeout: 30_000 });
  await signIn(page);
  return page;
}

async function serious(page: Page): Promise<string[]> {
  return (await new AxeBuilder({ page }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

/** The second date is cancelled, so that one can be booked anew. */
async function openBooking(page: Page, name: string): Promise<void> {
  await openFromToday(page, name);
  await page.getByTestId('next-date').click();
  const panel = page.getByTestId('appointment-panel');
  await panel.getByRole('button', { name: '2. Dosis absagen' }).click();
  await page.getByLabel('Auf Wunsch der Person').check();
  await page.getByTestId('confirm-cancel').click();
  await panel.getByTestId('book').click();
  await expect(page.getByTestId('booking').getByLabel('Tag', { exact: true })).toBeVisible();
}

test('two windows book the last place at once: one gets it, the other reads why not', async () => {
  const [one, other] = [station.page, await secondWindow()];
  await openBooking(one, 'Wiśniewski, Łukasz');
  await openBooking(other, 'Nguyen, Thi Hoa');
  // Lane 2 takes one person in each slot: the same slot is the last place for both.
  const far = new Date(Date.now() + 45 * 86_400_000).toISOString().slice(0, 10);
  for (const page of [one, other]) {
    const booking = page.getByTestId('booking');
    await booking.getByLabel('Tag', { exact: true }).fill(far);
    await booking.getByTestId('half-afternoon').click();
    await booking.getByRole('button', { name: /^12:00 Uhr/ }).click();
    await booking.getByTestId('lane-Straße 2').click();
  }
  await Promise.all([one, other].map((page) => page.getByTestId('confirm-booking').click()));
  const refused = (page: Page) => page.getByTestId('booking-refused');
  await expect
    .poll(async () => [await refused(one).count(), await refused(other).count()].sort())
    .toEqual([0, 1]);
  const loser = (await refused(one).count()) === 1 ? one : other;
  await expect(refused(loser)).toHaveText('Dieser Platz wurde gerade vergeben. Bitte einen anderen wählen.');
  const winner = loser === one ? other : one;
  await expect(winner.getByTestId('booking')).toBeHidden();
  await expect(winner.getByTestId('appointment-panel')).toContainText('12:00 · Straße 2');
  for (const page of [one, other]) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
  await other.context().close();
});

test('the board in one window follows a check-in in another by itself, and a click moves the person on', async () => {
  const board = await secondWindow();
  await board.getByTestId('area-board').click();
  await board.getByTestId('board-filter-inside').click();
  const row = board.getByTestId('board-list').locator('li', { hasText: 'Müller, Hans-Peter' });
  await expect(row).toHaveCount(0);
  const { page } = station;
  await openFromToday(page, 'Müller, Hans-Peter');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  await expect(row).toContainText('Angemeldet, wartet');
  await row.getByRole('button', { name: 'Zur Impfung' }).click();
  await expect(row).toContainText('Bei der Impfung');
  await row.getByTestId('end-visit-open').click();
  await expect(board.getByTestId('end-visit')).toContainText('Müller');
  // By keys alone: the second reason, and Enter.
  await board.keyboard.press('ArrowDown');
  await expect(board.getByLabel('Fühlt sich nicht wohl')).toBeChecked();
  expect(await serious(board)).toEqual([]);
  await board.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  await expect(page.getByTestId('ended-visit')).toContainText('ohne Impfung gegangen: Fühlt sich nicht wohl');
  await page.getByTestId('resume-visit').click();
  await expect(row).toContainText('Bei der Impfung');
  await expect(board.getByTestId('board')).toBeVisible();
  expect(await serious(board)).toEqual([]);
  await board.context().close();
});

test('a day is closed after it was said how many are affected, and then shows so', async () => {
  const { page } = station;
  await page.getByTestId('area-appointments').click();
  await expect(page.getByTestId('calendar').getByRole('button')).toHaveCount(35);
  expect(await serious(page)).toEqual([]);
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await page.locator(`[data-day="${tomorrow}"]`).click();
  await page.getByTestId('close-day').click();
  await expect(page.getByTestId('close-preview')).toContainText('Niemand hat dort einen Termin.');
  expect(await serious(page)).toEqual([]);
  await page.getByTestId('confirm-close').click();
  await page.keyboard.press('Escape');
  await expect(page.locator(`[data-day="${tomorrow}"]`)).toContainText('geschlossen');
  await page.getByTestId('dates-tab-setup').click();
  await expect(page.getByTestId('holidays')).toBeAttached();
  expect(await serious(page)).toEqual([]);
  await page.getByTestId('area-desk').click();
});

test('no screen complains: no error, no breach of the content policy', () => {
  const expected = /ERR_|WebSocket/;
  expect(station.complaints.filter((line) => !expected.test(line))).toEqual([]);
});

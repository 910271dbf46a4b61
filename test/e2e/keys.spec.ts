import { expect, type Page, test } from '@playwright/test';
import { openFromToday, readReview, shownBarcode } from './rig/desk.ts';
import { PIN_MS, receptionist, siteLead } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { scanByWedge } from './rig/wedge.ts';

/** docs/keys.md says what each may take. */
let station: StationWindow;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  station = await openStationWindow({ signsIn: false });
});
test.afterAll(() => station.close());

/** Anything faster is taken for a scanner. */
const HUMAN_MS = 100;

/** Counts what hands press; what a scanner sends is no key. */
function keyboardOf(page: Page) {
  let pressed = 0;
  return {
    async press(key: string) {
      pressed += 1;
      await page.keyboard.press(key);
    },
    async type(text: string) {
      pressed += text.length;
      await page.keyboard.type(text, { delay: HUMAN_MS });
    },
    pressed: () => pressed,
  };
}

test('signing in takes 8 keys, and coming back after a lock 6', async () => {
  const { page } = station;
  const hands = keyboardOf(page);
  await expect(page.getByTestId('name-filter')).toBeFocused();
  await hands.type('le');
  await hands.press('Enter');
  await expect(page.getByTestId('pin')).toBeFocused();
  await hands.type(siteLead.pin);
  await hands.press('Enter');
  await expect(page.getByTestId('signed-in')).toHaveText(siteLead.name, { timeout: PIN_MS });
  expect(hands.pressed()).toBe(8);
  const again = keyboardOf(page);
  await again.press('F10');
  await expect(page.getByTestId('pin')).toBeFocused();
  await again.type(siteLead.pin);
  await again.press('Enter');
  await expect(page.getByTestId('signed-in')).toHaveText(siteLead.name, { timeout: PIN_MS });
  expect(again.pressed()).toBe(6);
});

test('handing the window to a colleague takes 9 keys, and 7 between those who share it', async () => {
  const { page } = station;
  const hands = keyboardOf(page);
  await hands.press('F10');
  await expect(page.getByTestId('pin')).toBeFocused();
  await hands.type('t');
  await expect(page.getByTestId('name-filter')).toHaveValue('t');
  await hands.type('a');
  await hands.press('Enter');
  await expect(page.getByTestId('pin')).toBeFocused();
  await hands.type(receptionist.pin);
  await hands.press('Enter');
  await expect(page.getByTestId('signed-in')).toHaveText(receptionist.name, { timeout: PIN_MS });
  expect(hands.pressed()).toBe(9);
  const back = keyboardOf(page);
  await back.press('F10');
  await expect(page.getByRole('heading', { name: receptionist.name })).toBeVisible();
  await back.press('F3');
  await expect(page.getByRole('heading', { name: siteLead.name })).toBeVisible();
  await expect(page.getByTestId('pin')).toBeFocused();
  await back.type(siteLead.pin);
  await back.press('Enter');
  await expect(page.getByTestId('signed-in')).toHaveText(siteLead.name, { timeout: PIN_MS });
  expect(back.pressed()).toBe(7);
});

test('somebody whose name is typed wrongly is open after 12 keys', async () => {
  const { page } = station;
  const hands = keyboardOf(page);
  await expect(page.getByTestId('scan-field')).toBeFocused();
  await hands.type('wisnewsky');
  await hands.press('Enter');
  await expect(page.getByTestId('candidates')).toContainText('Wiśniewski');
  await hands.press('ArrowDown');
  await hands.press('Enter');
  await expect(page.getByTestId('person')).toContainText('Wiśniewski');
  expect(hands.pressed()).toBe(12);
});

test('with somebody open, the next person is open after 5 keys, and the other of two alike after 6', async () => {
  const { page } = station;
  await expect(page.getByTestId('person')).toContainText('Wiśniewski');
  await expect(page.getByTestId('next-action')).toBeFocused();
  const hands = keyboardOf(page);
  await hands.type('ngu');
  await expect(page.getByTestId('suggestions')).toContainText('Nguyen, Thi Hoa');
  await hands.press('ArrowDown');
  await hands.press('Enter');
  await expect(page.getByTestId('person')).toContainText('Nguyen');
  expect(hands.pressed()).toBe(5);
  await expect(page.getByTestId('next-action')).toBeFocused();
  const twins = keyboardOf(page);
  await twins.type('mül');
  await expect(page.getByTestId('suggestions').getByRole('option')).toHaveCount(2);
  const second = await page.getByTestId('suggestions').getByRole('option').nth(1).locator('bdi').innerText();
  await twins.press('ArrowDown');
  await twins.press('ArrowDown');
  await twins.press('Enter');
  for (const part of second.split(', ')) await expect(page.getByTestId('person')).toContainText(part);
  expect(twins.pressed()).toBe(6);
});

test('somebody unknown is a walk-in after 26 keys, 21 of them their name and birth date', async () => {
  const { page } = station;
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('scan-field')).toBeFocused();
  const hands = keyboardOf(page);
  const words = 'neumann, xaver 3.4.71';
  await hands.type(words);
  await hands.press('Enter');
  await expect(page.getByTestId('register-typed')).toBeVisible();
  await hands.press('Tab');
  await expect(page.getByTestId('register-typed')).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByTestId('register-form').locator(':focus')).toHaveCount(1);
  await hands.press('Enter');
  await expect(page.getByTestId('decision')).toHaveAttribute('data-reason', 'no-appointment');
  await hands.press('F8');
  await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  expect(hands.pressed()).toBe(words.length + 5);
});

test('after the scan, checking in takes 1 key, and the dose 3 with the vial scanned', async () => {
  const { page } = station;
  await openFromToday(page, 'Müller, Hans-Peter');
  const barcode = await shownBarcode(page);
  await page.keyboard.press('Escape');
  await scanByWedge(page, barcode);
  await expect(page.getByTestId('decision')).toBeVisible();
  const hands = keyboardOf(page);
  await hands.press('F8');
  await expect(page.getByTestId('done')).toBeVisible();
  expect(hands.pressed()).toBe(1);
  const giving = keyboardOf(page);
  await giving.press('F8');
  const lot = page.getByTestId('dose-form').getByLabel('Charge');
  await expect(lot).toBeFocused();
  await lot.fill('LOT-4711'); // what the vial's code would fill in
  await giving.press('Enter');
  await readReview(page);
  await giving.press('Enter');
  await expect(page.getByTestId('done')).toContainText('1. Dosis');
  expect(giving.pressed()).toBe(3);
});

test('handing the pass over takes 2 keys, with the one that closes it', async () => {
  const { page } = station;
  const hands = keyboardOf(page);
  await hands.press('F5');
  await expect(page.getByRole('dialog')).toBeVisible();
  await hands.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(hands.pressed()).toBe(2);
});

test('a date that is missing is booked with 2 keys, and at the time after the proposed one with 4', async () => {
  const { page } = station;
  await cancelSecondDose(page);
  const hands = keyboardOf(page);
  await hands.press('F7');
  await expect(page.getByTestId('confirm-booking')).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByTestId('booking')).toBeHidden();
  expect(hands.pressed()).toBe(2);
  await cancelSecondDose(page);
  const other = keyboardOf(page);
  await other.press('F7');
  await expect(page.getByTestId('confirm-booking')).toBeFocused();
  const taken = page.getByTestId('places').locator('[aria-pressed="true"]');
  const proposed = await taken.getAttribute('data-clock');
  await other.press('ArrowRight');
  await expect(page.getByTestId('places').locator(':focus')).not.toHaveAttribute(
    'data-clock',
    proposed ?? '',
  );
  await other.press('Enter');
  await expect(taken).toBeFocused();
  await other.press('Enter');
  await expect(page.getByTestId('booking')).toBeHidden();
  expect(other.pressed()).toBe(4);
});

/** Of the person who is open: a date is missing again, and nothing lies over the window. */
async function cancelSecondDose(page: Page): Promise<void> {
  await expect(page.getByTestId('next-date')).toContainText('Termine ändern');
  await page.keyboard.press('F7');
  await page.getByTestId('appointment-panel').getByRole('button', { name: '2. Dosis absagen' }).click();
  await page.getByLabel('Auf Wunsch der Person').check();
  await page.getByTestId('confirm-cancel').click();
  await expect(page.getByTestId('book')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

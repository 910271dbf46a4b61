import { expect, type Page } from '@playwright/test';

/** Opens somebody from today's list by name, as the desk does with a click. */
export async function openFromToday(page: Page, name: string): Promise<void> {
  await page.getByTestId('today').getByRole('button', { name }).first().click();
  // Somebody else may be on the screen still: keys must not reach that record.
  for (const part of name.split(', ')) await expect(page.getByTestId('person')).toContainText(part);
}

/** The pass of the person who is on the screen, opened from its chip if it is not open yet. */
export async function showPass(page: Page): Promise<void> {
  const chip = page.getByTestId('pass-chip');
  if ((await chip.getAttribute('aria-expanded')) === 'false') await chip.click();
}

/** The barcode of that pass. */
export async function shownBarcode(page: Page): Promise<string> {
  await showPass(page);
  const text = await page.locator('[data-barcode]').getAttribute('data-barcode');
  if (!text) throw new Error('no pass is on the screen');
  return text;
}

/** From the dose form that is open to the green line: lot, review, confirmation. */
export async function recordDose(page: Page, lot: string): Promise<void> {
  await page.getByTestId('dose-form').getByLabel('Charge').fill(lot);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('review')).toContainText(lot);
  await page.getByTestId('confirm-dose').click();
  await expect(page.getByTestId('done')).toBeVisible();
}

/** Waits until a key may confirm the review that opened: none does before somebody can have read it. */
export async function readReview(page: Page): Promise<void> {
  await expect(page.getByTestId('confirm-dose')).toBeFocused();
  await page.waitForTimeout(350);
}

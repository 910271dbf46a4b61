import { expect, type Page } from '@playwright/test';

/** Opens somebody from today's list by name, as the desk does with a click. */
export async function openFromToday(page: Page, name: string): Promise<void> {
  await page.getByTestId('today').getByRole('button', { name }).first().click();
  // Somebody else may be on the screen still: keys must not reach that record.
  for (const part of name.split(', ')) await expect(page.getByTestId('person')).toContainText(part);
}

/** The barcode of the pass that is on the screen. */
export async function shownBarcode(page: Page): Promise<string> {
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

import type { Page } from '@playwright/test';

/** Opens the menu of whoever sits at the window and chooses what has that name. */
export async function chooseInMenu(page: Page, name: string): Promise<void> {
  await page.getByTestId('person-menu').click();
  await page.getByRole('menu').getByText(name).click();
}

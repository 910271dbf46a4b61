import { expect, type Page } from '@playwright/test';

/** Checking a PIN costs on purpose; on a loaded machine that is seconds. */
export const PIN_MS = 20_000;

/** The trial's site lead: every role that a small centre's lead has. */
export const siteLead = { name: 'Leonie Albrecht', pin: '4739' } as const;

export const receptionist = { name: 'Tarek Brandt', pin: '5826' } as const;
export const vaccinator = { name: 'Ines Castell', pin: '6193' } as const;

/** Signs somebody in at a window that shows the sign-in screen; the trial's site lead where nobody is named. */
export async function signIn(
  page: Page,
  { name, pin }: { readonly name: string; readonly pin: string } = siteLead,
): Promise<void> {
  await page.getByTestId('sign-in').getByRole('button', { name }).click();
  await page.getByTestId('pin').fill(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('signed-in')).toHaveText(name, { timeout: PIN_MS });
}

/** Four eyes: the second person chooses their name and enters their PIN in the dialog that is open. */
export async function approve(page: Page, { name, pin } = vaccinator as { name: string; pin: string }) {
  await page.getByTestId('second-sign-in').getByLabel('Zweite Person').selectOption(name);
  await page.getByTestId('second-pin').fill(pin);
}

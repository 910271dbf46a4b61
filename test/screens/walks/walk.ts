import { expect, type Page } from '@playwright/test';
import type { StationWindow } from '../../e2e/rig/station-window.ts';

/** What a picture is taken of: its name in the file, and the way there from the state before it. */
export interface State {
  readonly name: string;
  /** True: at every size, not at the usual one alone. Those that somebody looks at all day. */
  readonly isEverywhere?: boolean;
  reach(page: Page, station: StationWindow): Promise<void>;
  /** Where it is not the window of the desk. */
  shown?(station: StationWindow): Page;
}

export interface WalkedCentre {
  readonly dir: string;
  readonly env?: Readonly<Record<string, string>>;
  close?(): Promise<void>;
}

/** States of one window, in the order in which one leads to the next, from somebody who is signed in or nobody. */
export interface Walk {
  readonly name: string;
  /** The centre in which the states can be reached, with what runs beside it; a trial's alone without. */
  centre?(): Promise<WalkedCentre>;
  /** Before the site lead signs in. */
  readonly signedOut?: readonly State[];
  readonly states: readonly State[];
}

export const opens = (area: string) => async (page: Page) => {
  await page.getByTestId(`area-${area}`).click();
  await expect(page.getByTestId(`area-${area}`)).toHaveAttribute('aria-current', 'page');
};

/** The same, where something is entered that nobody wants to keep. */
export const leaveTo = (area: string) => async (page: Page) => {
  const entry = page.getByTestId(`area-${area}`);
  await entry.click();
  const leave = page.getByTestId('leave-unsaved');
  await expect(leave.or(page.locator(`[data-testid="area-${area}"][aria-current="page"]`))).toBeVisible();
  if (await leave.isVisible()) await leave.click();
  await expect(entry).toHaveAttribute('aria-current', 'page');
};

export const tab = (index: number) => (page: Page) => page.locator('main [role="tab"]').nth(index).click();

/** A button by the beginning of its name, in whichever language the window speaks. */
export const press = (page: Page, de: string, en: string) =>
  page
    .getByRole('button', { name: new RegExp(`^(${de}|${en})`) })
    .first()
    .click();

/** Closes the dialog that is open. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** From the desk: whoever stands in today's list under that family name. */
export async function openPerson(page: Page, familyName: string, givenName: string): Promise<void> {
  await page
    .getByTestId('today')
    .getByRole('button', { name: `${familyName}, ${givenName}` })
    .first()
    .click();
  await expect(page.getByTestId('person')).toContainText(givenName);
}

/** From the desk: somebody who is due, up to the form for the dose or what comes before it. */
export async function toTheDose(page: Page, familyName: string, givenName: string): Promise<void> {
  await openPerson(page, familyName, givenName);
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toBeVisible();
  await page.keyboard.press('F8');
}

/** The form for the dose is open: a lot is entered, and the review asked for. */
export async function review(page: Page, lot: string): Promise<void> {
  const field = page.getByTestId('dose-form').locator('input').first();
  await field.fill(lot);
  await field.press('Enter');
  await page.getByRole('dialog').waitFor();
}

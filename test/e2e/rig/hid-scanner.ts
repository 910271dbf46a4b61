import type { Page } from '@playwright/test';
import { type FakeHidScanner, installFakeHid } from '../../support/fake-scanners.ts';
import { chooseInMenu } from './person-menu.ts';
import { signIn } from './sign-in.ts';

/** A page signed in anew, with a scanner in HID POS mode that was connected before. */
export async function connectHidScanner(page: Page): Promise<void> {
  await page.addInitScript({
    content: `globalThis.fakeHid = (${installFakeHid})(); globalThis.scanner = fakeHid.plugIn('Voyager 1470g');`,
  });
  await page.reload();
  await signIn(page);
  await chooseInMenu(page, 'Scanner einrichten');
  const connected = page.getByTestId('connected-scanners');
  await connected.getByRole('button', { name: 'HID-Scanner verbinden' }).click();
  await connected.getByText('Voyager 1470g · HID POS · verbunden').waitFor();
}

export async function scanByHid(page: Page, text: string, aim = ']Q1'): Promise<void> {
  await page.evaluate(scanInPage, { text, aim });
}

function scanInPage({ text, aim }: { text: string; aim: string }): void {
  const { scanner } = globalThis as unknown as { scanner: FakeHidScanner };
  scanner.scan(aim, text);
}

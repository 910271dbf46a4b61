import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { freshDirectory } from './rig/trial-centre.ts';
import { openTrialNetwork, type TrialNetwork } from './rig/trial-network.ts';

const ARRIVES_MS = 60_000;

let network: TrialNetwork;
let station: StationWindow;

test.describe.configure({ timeout: 240_000 });
test.afterAll(async () => {
  await station?.close();
  await network?.close();
});

test('a lead writes to everybody with a date while the line is cut: looked at, sent, waiting, and written once it is back', async () => {
  const dir = freshDirectory();
  network = await openTrialNetwork(dir);
  station = await openStationWindow({ dir, env: network.env });
  const { page } = station;
  await expect(page.getByTestId('sync-line')).toHaveAttribute('data-kind', 'sent', { timeout: ARRIVES_MS });
  await page.getByTestId('area-messages').click();
  const form = page.getByTestId('write-message');
  await form.getByLabel('Text auf Deutsch').fill('Bitte tragen Sie im Haus eine FFP2-Maske.');
  await form.getByLabel('Text auf Englisch').fill('Please wear an FFP2 mask inside.');
  await form.getByLabel('An wen').selectOption({ label: 'alle mit einem kommenden Termin' });
  network.cutLine();
  await page.getByTestId('preview-message').press('Enter');
  const preview = page.getByTestId('message-preview');
  await expect(preview.getByTestId('message-reaches')).toContainText('auf ihrem Pass');
  await expect(preview).toContainText('Nachricht von');
  await page.screenshot({ path: 'test-results/message-preview.png' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.getByTestId('send-message').press('Enter');
  await expect(page.getByTestId('message-taken')).toBeVisible();
  const sent = page.getByTestId('message-sent');
  await expect(sent).toHaveAttribute('data-state', 'waiting');
  await page.screenshot({ path: 'test-results/message-waiting.png' });
  network.mendLine();
  await expect(sent).toHaveAttribute('data-state', 'written', { timeout: ARRIVES_MS });
  await expect(sent).toContainText('Auf ');
  await page.screenshot({ path: 'test-results/message-written.png' });

  // The same once more is noticed before it is sent.
  await form.getByLabel('Text auf Deutsch').fill('Bitte tragen Sie im Haus eine FFP2-Maske.');
  await form.getByLabel('Text auf Englisch').fill('Please wear an FFP2 mask inside.');
  await form.getByLabel('An wen').selectOption({ label: 'alle mit einem kommenden Termin' });
  await page.getByTestId('preview-message').click();
  await expect(page.getByTestId('message-same')).toBeVisible();
  await expect(page.getByTestId('send-message')).toBeDisabled();
});

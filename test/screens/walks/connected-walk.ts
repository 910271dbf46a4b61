import { expect } from '@playwright/test';
import { freshDirectory } from '../../e2e/rig/trial-centre.ts';
import { openTrialNetwork } from '../../e2e/rig/trial-network.ts';
import { opens, type State, type Walk } from './walk.ts';

const ARRIVES_MS = 60_000;

const states: readonly State[] = [
  {
    name: 'headquarters-connected',
    async reach(page) {
      await expect(page.getByTestId('sync-line')).toHaveAttribute('data-kind', 'sent', {
        timeout: ARRIVES_MS,
      });
      await opens('headquarters')(page);
    },
  },
  { name: 'messages', reach: opens('messages') },
  {
    name: 'messages-preview',
    async reach(page) {
      const form = page.getByTestId('write-message');
      await form.locator('textarea[lang="de"]').fill('Bitte tragen Sie im Haus eine FFP2-Maske.');
      await form.locator('textarea[lang="en"]').fill('Please wear an FFP2 mask inside.');
      await form.locator('select').selectOption('coming');
      await page.getByTestId('preview-message').click();
      await page.getByTestId('message-reaches').waitFor();
    },
  },
  {
    name: 'messages-sent',
    async reach(page) {
      await page.getByTestId('send-message').click();
      await expect(page.getByTestId('message-sent')).toHaveAttribute('data-state', 'written', {
        timeout: ARRIVES_MS,
      });
    },
  },
];

/** A station that works with a headquarters. */
export const connectedWalk: Walk = {
  name: 'connected',
  async centre() {
    const dir = freshDirectory();
    const network = await openTrialNetwork(dir);
    return { dir, env: network.env, close: network.close };
  },
  states,
};

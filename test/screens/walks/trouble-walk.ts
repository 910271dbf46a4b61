import { expect } from '@playwright/test';
import { troubledCentre } from '../../e2e/rig/troubled-centre.ts';
import { openPerson, opens, press, type State, type Walk } from './walk.ts';

const states: readonly State[] = [
  {
    name: 'header-warnings',
    isEverywhere: true,
    async reach(page) {
      await expect(page.getByTestId('outbox-counts')).toContainText('12');
      await openPerson(page, 'Müller', 'Hans-Peter');
    },
  },
  { name: 'outbox-faults', isEverywhere: true, reach: opens('outbox') },
  {
    name: 'outbox-discard',
    async reach(page) {
      await press(page, 'Verwerfen', 'Discard');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'headquarters-away',
    async reach(page) {
      await page.keyboard.press('Escape');
      await opens('headquarters')(page);
      await page.getByTestId('sync-trouble').waitFor();
    },
  },
];

/** A station that joined a headquarters which is away, with work that failed. */
export const troubleWalk: Walk = {
  name: 'trouble',
  centre: async () => ({ dir: await troubledCentre() }),
  states,
};

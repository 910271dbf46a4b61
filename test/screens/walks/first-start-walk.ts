import path from 'node:path';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { openDatabase } from '../../../main/store/database.ts';
import { trialCentre } from '../../e2e/rig/trial-centre.ts';
import type { State, Walk } from './walk.ts';

/** A trial brings its own staff along: taken away again, its window asks as that of a new centre does. */
function takeStaffAway(dir: string): void {
  const db = openDatabase(path.join(dir, 'station.db'), keyFromFile(dir));
  try {
    db.transact(() => {
      db.run('DELETE FROM staff_pin');
      db.run('DELETE FROM staff');
    });
  } finally {
    db.close();
  }
}

const states: readonly State[] = [
  {
    name: 'first-start',
    isEverywhere: true,
    async reach(page, { dir }) {
      await page.getByTestId('sign-in').waitFor();
      takeStaffAway(dir);
      await page.reload();
      await page.getByTestId('first-run').waitFor();
    },
  },
  {
    name: 'first-start-refused',
    async reach(page) {
      await page.getByTestId('first-run').locator('input').first().fill('Ada Lend');
      await page.getByTestId('new-pin').fill('4739');
      await page.getByTestId('new-pin-again').fill('4738');
      await page.keyboard.press('Enter');
      await page.getByTestId('first-run').getByRole('alert').waitFor();
    },
  },
  {
    name: 'first-start-code',
    async reach(page) {
      await page.getByTestId('new-pin').fill('4739');
      await page.getByTestId('new-pin-again').fill('4739');
      await page.keyboard.press('Enter');
      await page.getByTestId('recovery-code').waitFor({ timeout: 20_000 });
    },
  },
];

/** A new centre where nobody works yet. */
export const firstStartWalk: Walk = {
  name: 'first start',
  centre: async () => ({ dir: await trialCentre() }),
  signedOut: states,
  states: [],
};

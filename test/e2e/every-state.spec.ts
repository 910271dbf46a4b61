import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { allWalks } from '../screens/all-walks.ts';
import type { State } from '../screens/walks/walk.ts';
import { signIn } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

for (const walk of allWalks)
  test(`axe finds nothing serious in any state of ${walk.name}, refusals included, by day and by night`, async () => {
    test.setTimeout(420_000); // two looks by axe a state: a second each on a quiet machine
    const centre = await walk.centre?.();
    const station = await openStationWindow({ signsIn: false, ...centre });
    const faults: string[] = [];
    const look = async (states: readonly State[]) => {
      for (const state of states) faults.push(...(await faultsIn(station, state)));
    };
    try {
      await station.page.emulateMedia({ reducedMotion: 'reduce' }); // colours that still fade have none yet
      if (walk.signedOut) await look(walk.signedOut);
      if (walk.states.length > 0) await signIn(station.page);
      await look(walk.states);
    } finally {
      await station.close();
      await centre?.close?.();
    }
    expect(faults).toEqual([]);
  });

async function faultsIn(station: StationWindow, state: State): Promise<string[]> {
  await state.reach(station.page, station);
  const page = state.shown?.(station) ?? station.page;
  await page.waitForTimeout(150); // what was asked for arrives
  const light = await seriousFaults(new AxeBuilder({ page }));
  await paint(page, 'dark');
  const dark = await seriousFaults(new AxeBuilder({ page }).withRules(['color-contrast']));
  await paint(page, 'light');
  return [...light.map((fault) => `light: ${fault}`), ...dark.map((fault) => `dark: ${fault}`)].map(
    (fault) => `${state.name}, ${fault}`,
  );
}

/** As the menu does it, without closing what is open. What differs by night are colours alone. */
async function paint(page: Page, appearance: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    (chosen) => document.documentElement.setAttribute('data-mantine-color-scheme', chosen),
    appearance,
  );
}

async function seriousFaults(axe: AxeBuilder): Promise<string[]> {
  // A cell of the grid shows ":05" below its hour and is called "20:05 Uhr, 2 frei": a voice says the whole time.
  // The preview of a draft shows colours as they were chosen: the designer itself says that nobody can read them.
  const looked = axe.exclude('[data-testid="template-preview"]').exclude('[data-testid="google-preview"]');
  const { violations } = await looked.setLegacyMode().exclude('.places-time').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

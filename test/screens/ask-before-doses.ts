import { expect } from '@playwright/test';
import { openStationWindow, type StationWindow } from '../e2e/rig/station-window.ts';
import type { TrialNetwork } from '../e2e/rig/trial-network.ts';
import { opens, tab } from './walks/walk.ts';

/** A station of the trial's centre, connected, that switched on the questions before each dose. */
export async function askBeforeDoses(dir: string, network: TrialNetwork): Promise<StationWindow> {
  const station = await openStationWindow({ dir, env: network.env });
  const { page } = station;
  await opens('staff')(page);
  await tab(2)(page);
  await page.getByTestId('screening-switch').first().click();
  await expect(page.getByTestId('screening-setting').first()).toContainText('Eingeschaltet');
  return station;
}

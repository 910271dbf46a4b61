import type { HandOverServerState, HandOverSettings } from '../../contracts/ipc/handover-contract.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { localAddresses } from '../handover/local-addresses.ts';
import type { Station } from '../station.ts';
import { keepSetting } from '../store/settings.ts';

/** Keeps where the hand-over page is served, and serves it there. */
export async function saveHandOverSettings(
  station: Station,
  settings: HandOverSettings,
): Promise<Result<HandOverServerState, 'address-unknown'>> {
  if (settings.isOn && !localAddresses().includes(settings.address)) return refuse('address-unknown');
  keepSetting(station.db, 'hand-over', settings);
  const state = await station.handOverServer.apply();
  station.announce(['handover']);
  return accept(state);
}

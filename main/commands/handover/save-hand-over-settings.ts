import type { HandOverServerState, HandOverSettings } from '../../../contracts/ipc/handover-contract.ts';
import { addressOf, type Destination, decideDestination } from '../../../domain/centre/destination.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import type { HandOverServer } from '../../handover/hand-over-server.ts';
import { localAddresses } from '../../handover/local-addresses.ts';
import { handOverSettings } from '../../queries/handover/hand-over-settings.ts';
import { keepSetting } from '../../store/settings.ts';
import { runCommand } from '../run-command.ts';

/** Keeps where the hand-over page is served, and serves it there. */
export async function saveHandOverSettings(
  station: Writes & { readonly handOverServer: HandOverServer },
  actor: Actor,
  { requestId, settings }: { requestId: string; settings: HandOverSettings },
): Promise<Result<HandOverServerState, 'address-unknown'>> {
  const call = { name: 'save-hand-over-settings', actor, requestId, topics: ['handover'] as const };
  const kept = runCommand<Record<string, never>, 'address-unknown'>(station, call, () => {
    if (settings.isOn && !localAddresses().includes(settings.address)) return refuse('address-unknown');
    const before = destinationOf(handOverSettings(station));
    const events = decideDestination('hand-over-page', { before, after: destinationOf(settings) });
    keepSetting(station.db, 'hand-over', settings);
    return accept({ stream: 'centre', events, value: {} });
  });
  if (!kept.ok) return kept;
  const state = await station.handOverServer.apply();
  station.announce(['handover']);
  return accept(state);
}

function destinationOf({ isOn, address, port, publicUrl, proxyAddress }: HandOverSettings): Destination {
  return {
    address: isOn ? addressOf(address, port) : undefined,
    'public-url': publicUrl,
    proxy: proxyAddress,
  };
}

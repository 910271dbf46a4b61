import type { syncContract } from '../../../contracts/ipc/sync-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { syncStatus } from '../../queries/sync/sync-status.ts';
import { joinHeadquarters, leaveHeadquarters } from '../../sync/join-headquarters.ts';
import type { HandlersOf } from '../handler.ts';

export const syncHandlers: HandlersOf<keyof typeof syncContract> = {
  'sync.status': (station) => accept(syncStatus(station)),
  'sync.join': async (station, input) => {
    const joined = await joinHeadquarters(station, fetch, input);
    if (!joined.ok) return joined;
    await station.sync.restart();
    station.announce(['sync']);
    return accept(syncStatus(station));
  },
  'sync.leave': async (station, input) => {
    const left = leaveHeadquarters(station, input);
    if (!left.ok) return left;
    await station.sync.restart();
    station.announce(['sync']);
    return accept(syncStatus(station));
  },
};

import type { syncContract } from '../../../contracts/ipc/sync-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { syncStatus } from '../../queries/sync/sync-status.ts';
import { isAnswered } from '../../store/tables/requests.ts';
import { boundAnswers } from '../../sync/bounded-answer.ts';
import { joinHeadquarters } from '../../sync/join-headquarters.ts';
import { leaveHeadquarters } from '../../sync/leave-headquarters.ts';
import { trialPages } from '../../trial/read-trial-network.ts';
import type { HandlersOf } from '../handler.ts';

export const syncHandlers: HandlersOf<keyof typeof syncContract> = {
  'sync.status': (station) => accept(syncStatus(station)),
  'sync.trial': ({ settings }) =>
    accept(settings.mode === 'trial' ? trialPages(process.env.STATION_TRIAL_NETWORK) : {}),
  'sync.join': async (station, input) => {
    if (isAnswered(station.db, input.requestId)) return accept(syncStatus(station));
    const joined = await joinHeadquarters(station, boundAnswers(fetch), input);
    if (!joined.ok) return joined;
    await station.sync.restart();
    station.announce(['sync']);
    return accept(syncStatus(station));
  },
  'sync.leave': async (station, { requestId, evenUnsent }, { actor }) => {
    if (isAnswered(station.db, requestId)) return accept(syncStatus(station));
    const left = await leaveHeadquarters(station, boundAnswers(fetch), { evenUnsent, actor });
    // Refused, the loop goes on as before; left, it rests.
    if (!left.ok) return left;
    station.announce(['sync', 'passes', 'desk', 'handover']);
    return accept(syncStatus(station));
  },
};

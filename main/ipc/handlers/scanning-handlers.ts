import type { scanningContract } from '../../../contracts/ipc/scanning-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { importTrustList } from '../../commands/scanning/import-trust-list.ts';
import { refusedScans } from '../../queries/scanning/refused-scans.ts';
import { trustListState } from '../../queries/scanning/station-trust-list.ts';
import type { HandlersOf } from '../handler.ts';

export const scanningHandlers: HandlersOf<keyof typeof scanningContract> = {
  'scanning.refused': (station) => accept(refusedScans(station)),
  'scanning.trust-list': (station) => accept({ list: trustListState(station) }),
  'scanning.import-trust-list': (station, input, { actor }) => {
    const imported = importTrustList(station, actor, input);
    if (!imported.ok) return imported;
    const list = trustListState(station);
    if (!list) throw new Error('a trust list that was just saved is not there');
    return accept(list);
  },
};

import type { SyncStatus } from '../../../contracts/ipc/sync-contract.ts';
import type { Reads } from '../../context.ts';
import { countAfter } from '../../store/event-log/own-events.ts';
import { quarantinedEvents } from '../../store/event-log/receive-events.ts';
import { settingOf } from '../../store/settings.ts';
import { countUnsent } from './confirmed-up-to.ts';

/** What headquarters confirmed, never what was merely sent. */
export function syncStatus({ db, settings }: Pick<Reads, 'db' | 'settings'>): SyncStatus {
  const link = settingOf(db, 'headquarters');
  if (!link) return { mode: 'stand-alone' };
  const { address, centreName, fingerprints, joinedAt, lastSentAt, lastHeardAt, trouble, keptApart } = link;
  const unsent = countUnsent(db, settings);
  return {
    mode: 'connected',
    address,
    centreName,
    fingerprints,
    joinedAt,
    unsent,
    // The number that headquarters named is one of the last epoch alone; only then all are counted, which takes long.
    confirmed:
      settings.epoch === 1 ? link.sentUpTo : countAfter(db, settings.station, { epoch: 0, seq: 0 }) - unsent,
    keptApart,
    notTaken: quarantinedEvents(db).length,
    lastSentAt,
    lastHeardAt,
    trouble,
  };
}

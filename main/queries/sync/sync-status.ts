import type { SyncStatus } from '../../../contracts/ipc/sync-contract.ts';
import type { Reads } from '../../context.ts';
import { quarantinedEvents } from '../../store/event-log/receive-events.ts';
import { settingOf } from '../../store/settings.ts';
import { countUnsent } from './confirmed-up-to.ts';

/** What headquarters confirmed, never what was merely sent. */
export function syncStatus({ db, settings }: Pick<Reads, 'db' | 'settings'>): SyncStatus {
  const link = settingOf(db, 'headquarters');
  if (!link) return { mode: 'stand-alone' };
  const { address, centreName, fingerprints, joinedAt, lastSentAt, lastHeardAt, trouble, keptApart } = link;
  return {
    mode: 'connected',
    address,
    centreName,
    fingerprints,
    joinedAt,
    unsent: countUnsent(db, settings),
    confirmed: link.sentUpTo,
    keptApart,
    notTaken: quarantinedEvents(db).length,
    lastSentAt,
    lastHeardAt,
    trouble,
  };
}
